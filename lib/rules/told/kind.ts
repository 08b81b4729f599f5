/** May a call be an attempt at what a claim says was tried? Doubt counts as yes. */
import { hasKin, kin } from '../../actions/families.ts';
import { actionOf } from '../../actions/index.ts';
import { outcomeOf } from '../../match/outcome.ts';
import { toolOf, toolWords } from '../../match/tool.ts';
import type { Claim, Evidence, ToolCall } from '../../model.ts';
import { actionsOf } from '../writes.ts';
import { type Marks, marksOf } from './marks.ts';
import { saidAs } from './phrases.ts';
import { stemsOf } from './sentences.ts';
import { tokensOfText } from './tokens.ts';

/** Words of trying, of any doing and of any ticket: they tell no kind. */
const EMPTY = new Set(
  'try tri attempt submit request do mak mad system our side end order account customer it thing also just again first time each unfortunately issu process perform go get got'.split(
    ' ',
  ),
);
/** Actions that any tool may be said to do. */
const BROAD = new Set(['update', 'create', 'lookup', 'status', 'other', 'note']);

export function isOfKind(claim: Claim, call: ToolCall, evidence: Evidence): boolean {
  const words = new Set([...stemsOf(claim.words), ...saidAs(claim.quote)].filter((word) => !EMPTY.has(word)));
  const failed = outcomeOf(call).is === 'failed';
  // "I tried again, but got an error": of any attempt that failed.
  if (words.size === 0) return failed;
  if (!BROAD.has(claim.action) && actionsOf(call, evidence).includes(claim.action)) return true;
  const tool = toolWords(toolOf(call, evidence.inventory.tools));
  const marks = marksOf(call, evidence, false);
  const names = (marked: Iterable<string>) => [...marked].some((mark) => words.has(mark));
  if (failed) return names(marks.strong) || names(marks.light) || names(marks.common) || names(marks.details) || sharesValue(claim, marks);
  if (tool.mode === 'read') return claim.kind === 'read' && (names(marks.strong) || names(marks.details) || names(marks.common));
  return sameDeed(claim, tool.name, words);
}

/** The deed itself, not one of its kin, and nothing that speaks of another thing. */
function sameDeed(claim: Claim, name: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  const action = actionOf(claim.action);
  const verbs = [...name].filter((word) => hasKin(word) || action?.verbs.includes(word));
  const nouns = [...name].filter((word) => !hasKin(word) && word.length > 2);
  const said = (word: string): boolean => words.has(word) || words.has(`re${word}`);
  return verbs.some((verb) => said(verb) || (kin(verb).has(claim.verb) && nouns.some(said)));
}

const sharesValue = (claim: Claim, { values }: Marks): boolean =>
  tokensOfText(claim.quote).some((token) => /^(?:is|id|to):/.test(token) && values.has(token));
