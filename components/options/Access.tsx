/** The hosts that the settings need, each granted by its own click: a browser asks only within one. */
import { useId, useState } from 'preact/hooks';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';

export interface AccessProps {
  /** Match patterns, e.g. `https://acme.zendesk.com/*`. */
  hosts: { pattern: string; granted: boolean }[];
  /** Called within the click, with nothing awaited before. Resolves to whether the browser granted it. */
  onGrant(pattern: string): Promise<boolean>;
}

export function Access({ hosts, onGrant }: AccessProps) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  const [refused, setRefused] = useState<string | null>(null);
  const grant = (pattern: string) => {
    const asked = onGrant(pattern);
    void task.run(async () => setRefused((await asked) ? null : pattern));
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('access_title')}</h2>
      <p class="meta">{t(hosts.length === 0 ? 'access_none' : 'access_hint')}</p>
      <ul class="rows">
        {hosts.map(({ pattern, granted }) => (
          <li key={pattern}>
            <code>{pattern}</code>
            {granted ? (
              <span class="went-well">{t('access_granted')}</span>
            ) : (
              <button type="button" class="main" aria-label={t('grant_host', pattern)} onClick={() => grant(pattern)}>
                {t('grant')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <div role="status">
        {refused && <p class="wrong">{t('access_refused', refused)}</p>}
        {task.failure && <p class="wrong">{task.failure}</p>}
      </div>
    </section>
  );
}
