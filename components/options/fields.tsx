/** The inputs of all forms: label, hint, and beside them what is wrong. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { dayOf, endOfDay, startOfDay } from '../../lib/days.ts';
import type { Iso } from '../../lib/model.ts';
import type { Form } from './form.ts';

/** What a field needs of its form, whatever the form is of. */
export type Beside = Pick<Form<object>, 'wrong' | 'left'>;

interface FieldProps {
  form: Beside;
  /** From the form on, e.g. `limits.0.currency`. */
  path: string;
  label: string;
  hint?: ComponentChildren;
}

interface Control {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  onBlur(): void;
}

export function Field({ form, path, label, hint, children }: FieldProps & { children(control: Control): ComponentChildren }) {
  const id = useId();
  const wrong = form.wrong(path);
  const described = [wrong && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(wrong ? { 'aria-invalid': true } : {}),
        onBlur: () => form.left(path),
      })}
      <Wrong id={`${id}-wrong`}>{wrong}</Wrong>
      {hint && (
        <span class="meta" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

export function Wrong({ id, children }: { id: string; children: string | null }) {
  if (!children) return null;
  return (
    <span class="wrong beside" id={id}>
      {children}
    </span>
  );
}

interface TextProps extends FieldProps {
  value: string;
  onValue(value: string): void;
  suggestions?: readonly string[] | undefined;
  /** An address, a pattern, a name that programs read: never corrected by the browser. */
  code?: boolean;
}

export function TextField({ value, onValue, suggestions = [], code = false, ...field }: TextProps) {
  const list = useId();
  return (
    <Field {...field}>
      {(control) => (
        <>
          <input
            {...control}
            type="text"
            class={code ? 'code' : ''}
            value={value}
            autocomplete="off"
            spellcheck={!code}
            {...(suggestions.length > 0 ? { list } : {})}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
          {suggestions.length > 0 && (
            <datalist id={list}>
              {suggestions.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

/** Blank is undefined where that is allowed; all that is no number is `NaN`, which the schema refuses. */
const numberIn = (text: string, optional: boolean): number | undefined => (text.trim() === '' ? (optional ? undefined : Number.NaN) : Number(text));

const textOf = (value: number | undefined): string => (value === undefined || Number.isNaN(value) ? '' : String(value));

interface NumberProps extends FieldProps {
  value: number | undefined;
  optional?: boolean;
  onValue(value: number | undefined): void;
}

export function NumberField({ value, optional = false, onValue, ...field }: NumberProps) {
  // As typed: "5." is on its way to 5.50, and "fifty" must stand there to be mended.
  const [text, setText] = useState(textOf(value));
  const shown = Object.is(numberIn(text, optional), value) ? text : textOf(value);
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="text"
          class="number"
          inputMode="decimal"
          autocomplete="off"
          value={shown}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            onValue(numberIn(currentTarget.value, optional));
          }}
        />
      )}
    </Field>
  );
}

export interface Choice {
  value: string;
  label: string;
}

interface SelectProps extends FieldProps {
  value: string;
  choices: readonly Choice[];
  onValue(value: string): void;
}

/** A value that is none of the choices is shown as it is, and refused by the schema: it is never changed in silence. */
export function SelectField({ value, choices, onValue, ...field }: SelectProps) {
  const all = choices.some((one) => one.value === value) ? choices : [{ value, label: value }, ...choices];
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
          {all.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What a browser gives for a day that is only half typed in. */
const HALF = 'half';

interface DayProps extends FieldProps {
  value: Iso | undefined;
  /** The first or the last instant of the day that is meant. */
  edge: 'start' | 'end';
  onValue(value: Iso | undefined): void;
}

export function DayField({ value, edge, onValue, ...field }: DayProps) {
  const timeOf = (day: string): Iso => (edge === 'start' ? startOfDay(day) : endOfDay(day));
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="date"
          value={value === undefined ? '' : dayOf(new Date(value))}
          onInput={({ currentTarget }) =>
            onValue(currentTarget.value ? timeOf(currentTarget.value) : currentTarget.validity.badInput ? HALF : undefined)
          }
        />
      )}
    </Field>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  onChecked(checked: boolean): void;
}

export function CheckField({ label, checked, onChecked }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChecked(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
