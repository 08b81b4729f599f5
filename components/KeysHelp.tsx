/** The heading of the findings, and the keys that work on them: shown by `?` or by the button. */
import { useId, useState } from 'preact/hooks';
import { type MessageKey, useWords } from './words.ts';

const KEYS: readonly { keys: readonly string[]; does: MessageKey }[] = [
  { keys: ['j', '↓'], does: 'key_next' },
  { keys: ['k', '↑'], does: 'key_previous' },
  { keys: ['s', 'Enter'], does: 'show_on_page' },
  { keys: ['c'], does: 'copy_finding' },
  { keys: ['?'], does: 'key_help' },
];

export function KeysHelp({ title }: { title: string }) {
  const { t } = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div class="heading">
        <h2>{title}</h2>
        <button type="button" class="quiet" aria-keyshortcuts="?" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {t('keys')}
        </button>
      </div>
      <dl id={id} class="keys" hidden={!open}>
        {KEYS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
