/** Lists of what was done, told from lists of facts, of conditions and of steps to take. */
import { wordsOf } from './forms/words.ts';
import { nounFirst, verbFirst } from './fragments.ts';
import type { Line } from './segment.ts';

/** The lines of one message that tell of deeds by the list they stand in: ticked off, or among lines of which every second tells of a deed. */
export function deedLines(lines: readonly Line[], text: string): Set<Line> {
  const told = new Set<Line>();
  let list: Line[] = [];
  const close = (): void => {
    const steps = list.some((line) => STEP.test(text.slice(line.start, line.end)));
    if (!steps && list.filter((line) => isDeed(text.slice(line.start, line.end))).length * 2 >= list.length) for (const line of list) told.add(line);
    list = [];
  };
  for (const line of lines) {
    if (line.ticked) told.add(line);
    if (!line.bullet) close();
    else list.push(line);
  }
  close();
  return told;
}

/** What only an instruction begins with: a list with one such line is of steps to take. */
const STEP =
  /^(?:please |then |next,? |now )?(?:take|remove|insert|reinsert|press|tap|switch|turn|wait|restart|go|try|stay|keep|bring|power|unplug|plug|hold|select|choose|click|visit|call|contact|ask|tell|make sure|ensure|check|use|open|close|let)\b/i;

/** "Seat moved to 4C", "Refunded $12", "**Late fee:** reversed". */
function isDeed(body: string): boolean {
  const said = body.slice(body.indexOf(': ') + 1).trim();
  return [body, said].some((clause) => {
    const words = wordsOf(clause);
    return words.length > 0 && (verbFirst(words, clause) ?? nounFirst(words, clause)) !== null;
  });
}
