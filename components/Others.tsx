/** What other rules said about the same claim: kept, though the order of reasons put another one first. */
import type { Claim, Opinion } from '../lib/model.ts';
import { detailLines, explain, key, valuesOf } from '../lib/words/labels.ts';
import { useWords } from './words.ts';

export function Others({ opinions, status }: { opinions: Opinion[]; status: Claim['status'] | undefined }) {
  const words = useWords();
  const { t } = words;
  if (opinions.length === 0) return null;
  return (
    <details>
      <summary>{t('others_title')}</summary>
      <ul class="others">
        {opinions.map((opinion) => (
          <li key={opinion.rule}>
            <strong>{t(`verdict_${opinion.verdict}`)}</strong>, {t(key('short', opinion.reason))}. {explain(opinion.reason, opinion, words, status)}{' '}
            {[...valuesOf(opinion.detail, words), ...detailLines(opinion.detail, words)].join(' ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
