/** A list that is filled in row by row: rows to add and to remove, the focus always where one would look. */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../words.ts';
import { type Beside, Wrong } from './fields.tsx';

interface RowsProps<T> {
  label: string;
  hint?: string;
  items: readonly T[];
  blank: T;
  add: string;
  /** Each row is a single input with its button beside it. */
  inline?: boolean;
  /** Of one row, counted from 1: its name, and what its button says to those who do not see it. */
  rowLabel(number: string): string;
  removeLabel(number: string): string;
  onItems(items: T[]): void;
  children(item: T, index: number, set: (item: T) => void): ComponentChildren;
}

export function Rows<T>({ label, hint, items, blank, add, inline = false, rowLabel, removeLabel, onItems, children }: RowsProps<T>) {
  const { t } = useWords();
  const id = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  const [focus, setFocus] = useState<{ at: number } | null>(null);
  useLayoutEffect(() => {
    if (!focus || !box.current) return;
    // Its own rows only: a row may hold a list itself.
    const rows = box.current.querySelectorAll(':scope > .row-item');
    (rows[focus.at]?.querySelector<HTMLElement>('input, select') ?? box.current.querySelector<HTMLElement>(':scope > .add'))?.focus();
  }, [focus]);
  return (
    <fieldset class="list" ref={box} {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}>
      <legend>{label}</legend>
      {hint && (
        <p class="meta" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {items.map((item, index) => {
        const number = String(index + 1);
        const remove = (
          <button
            type="button"
            class="quiet"
            aria-label={removeLabel(number)}
            onClick={() => {
              onItems(items.filter((_, i) => i !== index));
              setFocus({ at: Math.min(index, items.length - 2) });
            }}
          >
            {t('remove')}
          </button>
        );
        return (
          <fieldset class={inline ? 'row-item inline' : 'row-item'} aria-label={rowLabel(number)} key={index}>
            {!inline && (
              <div class="row-head">
                <strong>{rowLabel(number)}</strong> {remove}
              </div>
            )}
            {children(item, index, (next) => onItems(items.map((one, i) => (i === index ? next : one))))}
            {inline && remove}
          </fieldset>
        );
      })}
      <button
        type="button"
        class="add"
        onClick={() => {
          onItems([...items, blank]);
          setFocus({ at: items.length });
        }}
      >
        {add}
      </button>
    </fieldset>
  );
}

interface NamesProps {
  form: Beside;
  path: string;
  label: string;
  hint?: string;
  items: readonly string[];
  add: string;
  rowLabel(number: string): string;
  removeLabel(number: string): string;
  onItems(items: string[]): void;
}

/** The same for plain names. */
export function Names({ form, path, ...rows }: NamesProps) {
  const id = useId();
  return (
    <Rows {...rows} blank="" inline>
      {(name, index, set) => {
        const at = `${path}.${index}`;
        const wrong = form.wrong(at);
        return (
          <span class="name">
            <input
              type="text"
              value={name}
              autocomplete="off"
              aria-label={rows.rowLabel(String(index + 1))}
              {...(wrong ? { 'aria-invalid': true, 'aria-describedby': `${id}-${index}` } : {})}
              onBlur={() => form.left(at)}
              onInput={(event) => set(event.currentTarget.value)}
            />
            <Wrong id={`${id}-${index}`}>{wrong}</Wrong>
          </span>
        );
      }}
    </Rows>
  );
}
