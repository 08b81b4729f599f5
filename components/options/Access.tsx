/** Access to hosts: each is granted by a click of its own, since a browser asks only within one. */
import { useId, useRef, useState } from 'preact/hooks';
import { originOf } from '../../lib/settings-lookup.ts';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';
import type { Setup } from './setup.ts';

/** One button; says so where the browser refused. */
export function Grant({ pattern, label, onGrant }: { pattern: string; label: string; onGrant(pattern: string): Promise<boolean> }) {
  const { t } = useWords();
  const task = useTask();
  const [refused, setRefused] = useState(false);
  const grant = () => {
    const asked = onGrant(pattern);
    void task.run(async () => setRefused(!(await asked)));
  };
  return (
    <>
      <button type="button" class="main" aria-label={label} onClick={grant}>
        {t('grant')}
      </button>
      <span role="status">
        {refused && <span class="wrong">{t('access_refused', pattern)}</span>}
        {task.failure && <span class="wrong">{task.failure}</span>}
      </span>
    </>
  );
}

/** Everything that the settings name and Deskcheck cannot read, first on the page. A host that was granted here stays, as granted. */
export function Missing({ hosts, grant }: Pick<Setup, 'hosts' | 'grant'>) {
  const { t } = useWords();
  const id = useId();
  const missed = useRef(new Set<string>());
  for (const host of hosts) if (!host.granted) missed.current.add(host.pattern);
  const shown = hosts.filter((host) => missed.current.has(host.pattern));
  if (shown.length === 0) return null;
  const open = shown.some((host) => !host.granted);
  return (
    <section class={open ? 'notice amber' : 'notice green'} aria-labelledby={id}>
      <h2 id={id}>{t(open ? 'access_missing' : 'access_complete')}</h2>
      <p class="meta">{t('access_hint')}</p>
      <ul class="rows">
        {shown.map(({ pattern, granted }) => (
          <li key={pattern}>
            <span>
              <code>{pattern}</code> {!granted && t('access_not_yet')}
            </span>
            {granted ? (
              <span class="went-well">{t('access_granted')}</span>
            ) : (
              <Grant pattern={pattern} label={t('grant_host', pattern)} onGrant={grant} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same of one saved address, where it is set up. */
export function AccessTo({ url, hosts, grant }: { url: string } & Pick<Setup, 'hosts' | 'grant'>) {
  const { t } = useWords();
  const host = hosts.find(({ pattern }) => pattern === originOf(url));
  if (!host) return null;
  return (
    <p class="access">
      {host.granted ? (
        <span class="went-well">{t('access_here')}</span>
      ) : (
        <>
          <span>{t('access_missing_here')}</span> <Grant pattern={host.pattern} label={t('grant_address', url)} onGrant={grant} />
        </>
      )}
    </p>
  );
}
