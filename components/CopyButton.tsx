/** Puts a text on the clipboard, and says that it did. */
import { useEffect, useState } from 'preact/hooks';
import { useTask } from './task.ts';
import { useWords } from './words.ts';

/** In milliseconds: long enough to be seen, and gone before the next finding is copied. */
const SAID_MS = 2_500;

export interface CopyButtonProps {
  label: string;
  /** Said to who does not see what the button belongs to. */
  name?: string;
  quiet?: boolean;
  /** A key that presses it where its finding is. */
  shortcut?: string;
  /** Made when it is asked for. */
  text(): string;
  onCopy(text: string): Promise<void>;
}

export function CopyButton({ label, name, quiet = false, shortcut, text, onCopy }: CopyButtonProps) {
  const { t } = useWords();
  const task = useTask();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => void task.run(() => onCopy(text())).then(setCopied);
  return (
    <>
      <button type="button" class={quiet ? 'quiet' : ''} aria-label={name} aria-keyshortcuts={shortcut} disabled={task.busy} onClick={copy}>
        {copied ? t('copied') : label}
      </button>
      <span class="unseen" role="status">
        {copied && t('copied')}
      </span>
      {task.failure && (
        <span class="wrong" role="alert">
          {task.failure}
        </span>
      )}
    </>
  );
}
