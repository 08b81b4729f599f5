/** The verdict in a word, with its sign and its colour. */
import { colourOf } from '../lib/colour.ts';
import type { Finding } from '../lib/model.ts';
import { Icon } from './Icon.tsx';
import { useWords } from './words.ts';

export function VerdictChip({ finding }: { finding: Finding }) {
  const { t } = useWords();
  return (
    <span class={`chip ${colourOf(finding)}`}>
      <Icon sign={finding.about === 'claim' ? finding.verdict : 'ticket'} />
      {finding.about === 'claim' ? t(`verdict_${finding.verdict}`) : t('about_ticket')}
    </span>
  );
}
