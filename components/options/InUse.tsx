/** What the imported settings set up, in lines to read. */
import { useId } from 'preact/hooks';
import { useWords } from '../words.ts';

export interface InUseProps {
  helpdesks: { helpdesk: string; url: string; log: string; agents: string[] }[];
  logs: { id: string; source: string; url: string }[];
}

export function InUse({ helpdesks, logs }: InUseProps) {
  const { t } = useWords();
  const id = useId();
  const groups = [
    { label: t('setup_helpdesks'), lines: helpdesks.map((one) => t('setup_reads', one.url, one.helpdesk, one.log)) },
    { label: t('setup_logs'), lines: logs.map((log) => t('setup_log', log.id, log.source, log.url)) },
    { label: t('setup_agents'), lines: [...new Set(helpdesks.flatMap((one) => one.agents))] },
  ];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('setup_title')}</h2>
      <dl class="facts">
        {groups.map((group) => (
          <div key={group.label}>
            <dt>{group.label}</dt>
            {group.lines.length === 0 && <dd>{t('setup_none')}</dd>}
            {group.lines.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
