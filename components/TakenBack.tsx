/**
 * What the agent itself took back in a later message. It is not judged, so nothing is decided on; it stands here since it was said, and since
 * the page marks it.
 */
import type { AuditRecord, Claim } from '../lib/model.ts';
import { takenBack } from '../lib/words/labels.ts';
import { Failure } from './Failure.tsx';
import { cardId } from './FindingCard.tsx';
import { Icon } from './Icon.tsx';
import { SaidIn } from './SaidIn.tsx';
import { ShowOnPage } from './ShowOnPage.tsx';
import { useTask } from './task.ts';
import type { PanelActions } from './view.ts';
import { useWords } from './words.ts';

interface TakenBackProps {
  record: AuditRecord;
  onShow: PanelActions['show'];
}

function Card({ claim, record, onShow }: { claim: Claim } & TakenBackProps) {
  const { t } = useWords();
  const showing = useTask();
  const id = cardId(claim.id);
  return (
    <article id={id} class="finding grey" tabIndex={-1} aria-labelledby={`${id}-title`}>
      <header>
        <p>
          <span class="chip grey">
            <Icon sign="none" />
            {t('claim_retracted')}
          </span>
        </p>
        <ShowOnPage claim={claim} task={showing} onShow={onShow} />
      </header>
      <h3 id={`${id}-title`}>
        <q>{claim.quote}</q>
      </h3>
      <SaidIn claim={claim} record={record} />
      <Failure of={showing} />
    </article>
  );
}

export function TakenBack({ record, onShow }: TakenBackProps) {
  const { t } = useWords();
  const claims = takenBack(record);
  if (claims.length === 0) return null;
  return (
    <>
      <h2>{t('taken_back_title')}</h2>
      <p class="meta">{t('taken_back_hint')}</p>
      <ul class="cards">
        {claims.map((claim) => (
          <li key={claim.id}>
            <Card claim={claim} record={record} onShow={onShow} />
          </li>
        ))}
      </ul>
    </>
  );
}
