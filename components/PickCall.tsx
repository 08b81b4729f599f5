/** The recorded calls to choose one from: those that the finding names first, the others in the order of the log. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ToolCall } from '../lib/model.ts';
import { rows } from '../lib/words/rows.ts';
import { useWords } from './words.ts';

export interface PickCallProps {
  calls: readonly ToolCall[];
  /** Ids of calls that the finding rests on. */
  first: readonly string[];
  disabled: boolean;
  onPick(call: ToolCall): void;
}

/** More are found by their words. */
const SHOWN = 8;
const CHARACTERS = 90;

function argumentsOf(call: ToolCall): string {
  if (call.arguments === undefined) return '';
  const line = rows(call.arguments)
    .map(({ path, value }) => (path ? `${path}: ${value}` : value))
    .join(', ');
  return line.length > CHARACTERS ? `${line.slice(0, CHARACTERS)}…` : line;
}

const holds = (call: ToolCall, wanted: string): boolean =>
  `${call.name} ${JSON.stringify(call.arguments ?? '')} ${JSON.stringify(call.result ?? '')}`.toLowerCase().includes(wanted);

export function PickCall({ calls, first, disabled, onPick }: PickCallProps) {
  const { t, count, second } = useWords();
  const [filter, setFilter] = useState('');
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  const wanted = filter.trim().toLowerCase();
  const found = calls
    .filter((call) => wanted === '' || holds(call, wanted))
    .sort((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)));
  if (calls.length === 0) return <p>{t('pick_none')}</p>;
  return (
    <div ref={box} class="pick">
      <p>{t('pick_call')}</p>
      {calls.length > SHOWN && (
        <input
          type="search"
          aria-label={t('pick_filter')}
          placeholder={t('pick_filter')}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      <ul class="choices">
        {found.slice(0, SHOWN).map((call) => (
          <li key={call.id}>
            <button type="button" class="choice" disabled={disabled} onClick={() => onPick(call)}>
              <code>{call.name}</code>
              <span class="meta">
                {t(`call_${call.status}`)} · {call.startedAt ? second(call.startedAt) : t('no_time')}
              </span>
              <span class="meta">{argumentsOf(call)}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p class="meta">{count('pick_more', found.length - SHOWN)}</p>}
      {found.length === 0 && <p class="meta">{t('pick_not_found')}</p>}
    </div>
  );
}
