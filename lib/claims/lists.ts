/** Lists of what was done, told from lists of facts, of conditions and of steps to take. */
import { wordsOf } from './forms/words.ts';
import { nounFirst, verbFirst } from './fragments.ts';
import { isStep } from './framing.ts';
import type { Line } from './segment.ts';

/** The lines of lists that tell of no deeds: lines of which fewer than every second tells of one, or below words that say what they are. */
export function factLines(lines: readonly Line[], text: string): Set<Line> {
  const facts = new Set<Line>();
  const bodyOf = (line: Line): string => text.slice(line.start, line.end);
  let list: Line[] = [];
  let before = '';
  const close = (): void => {
    const bodies = list.map(bodyOf);
    const told = bodies.filter(isDeed).length * 2 >= list.length && !bodies.some(isStep) && !NO_DEEDS.test(before);
    if (!told) for (const line of list) if (!line.ticked) facts.add(line);
    list = [];
  };
  for (const line of lines) {
    const body = bodyOf(line);
    if (!line.bullet && !LABEL.test(body)) {
      close();
      before = body;
    } else list.push(line);
    // Crossed out: what does not hold.
    if (/^[*_\s]*[❌✗✘]/u.test(body)) facts.add(line);
  }
  close();
  return facts;
}

/** "**Total paid:** $40" */
const LABEL = /^[*_]{0,3}[\p{L}][\p{L} /-]{1,30}[*_]{0,3}:[*_]{0,3}\s+\S/u;

/** What stands over options, conditions, steps. */
const NO_DEEDS =
  /\b(?:options?|would you like|choose|one of|eligib\p{L}*|criteria|conditions?|requirements?|allowed|would need to be|(?:next|these|following) steps|steps? to (?:take|follow)|try (?:this|these|the following)|tell (?:them|him|her)|please|need from you|if any|can be \p{L}+ (?:if|when)|to proceed|lowest-cost|cheapest)\b[^.!?]{0,80}:?$/iu;

/** "Seat moved to 4C", "Refunded $12", "**Late fee:** reversed". */
function isDeed(body: string): boolean {
  const said = body.slice(body.indexOf(': ') + 1).trim();
  const beside = / [-–—] (\S.*)$/u.exec(body)?.[1] ?? '';
  return [body, said, beside].some((clause) => {
    const words = wordsOf(clause);
    return words.length > 0 && (verbFirst(words, clause) ?? nounFirst(words, clause)) !== null;
  });
}
