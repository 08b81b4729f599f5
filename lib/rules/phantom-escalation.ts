/** Said to be handed over, and no handoff is on record; or it went where nobody takes it. */
import { isToWhom } from '../match/to-whom.ts';
import { counts } from '../match.ts';
import type { Detail } from '../model.ts';
import { destinationState, knownAs, recordedDestinations } from './destinations.ts';
import { covers, ids } from './facts.ts';
import { carriedOut, sure } from './matches.ts';
import type { ClaimCase, Rule } from './rule.ts';
import { wasTaken } from './writes.ts';

const mayBeToWhom = ({ claim, evidence, message }: ClaimCase): boolean =>
  evidence.calls.some((call) => counts(call, message) && wasTaken(call) && isToWhom(claim, call, evidence));

export const phantomEscalation: Rule = {
  id: 'phantom-escalation',
  about: 'claim',
  judge(one) {
    if (one.claim.kind !== 'escalation') return null;
    const claimed = one.claim.slots.destination;
    const at = one.message.at ?? one.now;
    const done = carriedOut(one);
    for (const { call } of done) {
      const recorded = recordedDestinations(call, one.evidence);
      const states = (recorded.length === 0 && claimed !== undefined ? knownAs(claimed, one.policy) : recorded).map((name) =>
        destinationState(one.policy, name, call.startedAt ?? at),
      );
      const bad =
        states.find((state) => state.state === 'closed-to-ai' || state.state === 'out-of-date') ??
        (states.some((state) => state.state === 'ok') ? undefined : states[0]);
      if (bad)
        return { rule: 'phantom-escalation', verdict: 'contradicted', reason: 'phantom-escalation', calls: [call.id], detail: { destination: bad } };
    }
    if (sure(one).length > 0 || !covers(one) || mayBeToWhom(one)) return null;
    const detail: Detail = claimed === undefined ? {} : { destination: destinationState(one.policy, claimed, at) };
    return { rule: 'phantom-escalation', verdict: 'unsupported', reason: 'phantom-escalation', calls: ids(done), detail };
  },
};
