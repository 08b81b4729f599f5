/** What a dismissal tells beyond its own finding, offered to be kept: the tool that does it, the author who is a person. */

import type { AuditRecord, Claim, Decision } from '../lib/model.ts';
import { actionName } from '../lib/words/labels.ts';
import { Failure } from './Failure.tsx';
import { useTask } from './task.ts';
import type { Desk, PanelActions } from './view.ts';
import { useWords, type Words } from './words.ts';

export interface FollowUpProps {
  decision: Decision;
  claim: Claim;
  record: AuditRecord;
  desk: Desk;
  actions: Pick<PanelActions, 'author' | 'mapTool'>;
}

interface Offer {
  label: string;
  work(): Promise<void>;
}

/** Actions that do not tell by themselves what is borne out: there the claim's words are kept. */
const isTold = ({ action }: Claim): boolean => action !== 'other' && action !== 'lookup';

/** Nothing where the tool counts as that already. */
function toolOffer({ decision, claim, record, desk, actions }: FollowUpProps, words: Words): Offer | null {
  const tool = record.evidence.calls.find((call) => call.id === decision.call)?.name;
  const mapped = desk.tools.some(
    (one) => one.tool === tool && one.action === claim.action && (isTold(claim) || claim.words.every((word) => one.words?.includes(word))),
  );
  if (tool === undefined || mapped) return null;
  const does = isTold(claim) ? actionName(claim.action, words) : words.t('quoted', claim.quote);
  return { label: words.t('offer_map_tool', tool, does), work: () => actions.mapTool(tool, claim) };
}

export function FollowUp(props: FollowUpProps) {
  const words = useWords();
  const { t } = words;
  const task = useTask();
  const { decision, claim, record, actions } = props;
  const author = record.page.messages.find((message) => message.id === claim.messageId)?.author;
  // The helpdesk's own word on an author stands over every list.
  if (decision.why === 'wrong-author' && author?.knownBy === 'vendor') return <p class="meta">{t('author_by_vendor', author.name)}</p>;
  const personOffer = author && { label: t('offer_person', author.name), work: () => actions.author(author, 'person', false) };
  const offer = decision.why === 'tool-does-it' ? toolOffer(props, words) : decision.why === 'wrong-author' ? personOffer : null;
  if (!offer) return null;
  return (
    <>
      <button type="button" class="wide" disabled={task.busy} onClick={() => void task.run(offer.work)}>
        {offer.label}
      </button>
      <Failure of={task} />
    </>
  );
}
