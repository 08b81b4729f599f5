/** The rules. The order of the table never matters: the order of reasons in `judge.ts` decides. */

import { amountDiffers } from './amount-differs.ts';
import { argsNotCaptured } from './args-not-captured.ts';
import { authorUnknown } from './author-unknown.ts';
import { callFailed } from './call-failed.ts';
import { callMatches } from './call-matches.ts';
import { duplicateAction } from './duplicate-action.ts';
import { fabricatedFailure } from './fabricated-failure.ts';
import { logIncomplete } from './log-incomplete.ts';
import { logUnavailable } from './log-unavailable.ts';
import { logUnsettled } from './log-unsettled.ts';
import { matchUnsure } from './match-unsure.ts';
import { noCall } from './no-call.ts';
import { noSuchTool } from './no-such-tool.ts';
import { pendingNotConfirmed } from './pending-not-confirmed.ts';
import { phantomEscalation } from './phantom-escalation.ts';
import type { Rule } from './rule.ts';
import { silentEscalation } from './silent-escalation.ts';
import { targetDiffers } from './target-differs.ts';
import { unauthorizedCredit } from './unauthorized-credit.ts';
import { undisclosedAction } from './undisclosed-action.ts';

export const rules: readonly Rule[] = [
  authorUnknown,
  logUnavailable,
  logIncomplete,
  logUnsettled,
  argsNotCaptured,
  phantomEscalation,
  callFailed,
  amountDiffers,
  targetDiffers,
  matchUnsure,
  noSuchTool,
  noCall,
  pendingNotConfirmed,
  callMatches,
  unauthorizedCredit,
  duplicateAction,
  undisclosedAction,
  silentEscalation,
  fabricatedFailure,
];
