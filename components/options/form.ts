/**
 * One part of the settings being filled in. It is checked whole with every key, by the settings' own schema; what is wrong is shown
 * beside its field once that was left, or a save was tried. Only what passes is saved, and only the fields that were changed here:
 * the others stay as they are stored at that moment.
 */
import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Problem, Settings } from '../../lib/settings-schema.ts';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';
import { checkChange, same, sentenceOf, trimmed } from './check.ts';
import { afterPress } from './press.ts';
import type { Setup } from './setup.ts';
import { useUnsaved } from './unsaved.ts';

export interface Part<T> {
  /** How it is called among what is not saved, e.g. `log main`. */
  name: string;
  stored: T;
  /** The settings with the changed fields in them, and the path at which this part stands there, e.g. `logs.0`; '' for the settings themselves. */
  put(now: Settings, change: Partial<T>): { settings: Settings; at: string };
  /** Told before it is saved. */
  onSaving?(filled: T): void;
}

export interface Form<T> {
  filled: T;
  dirty: boolean;
  busy: boolean;
  /** It was saved, and not changed since. */
  saved: boolean;
  /** Sentences on what is wrong with no field of this form. */
  rest: string[];
  element: RefObject<HTMLFormElement | null>;
  /** What is wrong with a field, as it may be said now. `path` counts from this form, e.g. `limits.0.maxAmount`. */
  wrong(path: string): string | null;
  left(path: string): void;
  set(change: Partial<T>): void;
  discard(): void;
  /** What is filled in, where nothing is wrong with it; else null, and the focus is at the first field that is wrong. */
  take(): T | null;
  /** What the form's own button, and Enter in a field of it, do: saves, where nothing is wrong. */
  submit(event: Event): void;
}

/** The fields that are not as they are stored. */
const changed = <T extends object>(change: Partial<T>, stored: Partial<T>): Partial<T> =>
  Object.fromEntries(Object.entries(change).filter(([name, value]) => !same(value, stored[name as keyof T]))) as Partial<T>;

export function useForm<T extends object>({ settings, known, save }: Setup, { name, stored, put, onSaving }: Part<T>): Form<T> {
  const { t } = useWords();
  const task = useTask();
  const element = useRef<HTMLFormElement>(null);
  const [change, setChange] = useState<Partial<T>>({});
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [tries, setTries] = useState(0);
  const [refused, setRefused] = useState<Problem[]>([]);
  const [saved, setSaved] = useState(false);
  const filled = useMemo(() => ({ ...stored, ...change }), [stored, change]);
  const dirty = Object.keys(changed(change, stored)).length > 0;
  useUnsaved(name, dirty);

  const { at, problems } = useMemo(() => {
    const next = put(settings, trimmed(change));
    const checked = checkChange(settings, next.settings, known);
    return { at: next.at, problems: 'problems' in checked ? checked.problems : [] };
  }, [settings, change, known]);
  const prefix = at && `${at}.`;
  const own = new Map(problems.filter(({ field }) => field.startsWith(prefix)).map((one) => [one.field.slice(prefix.length), one]));
  const others = [...problems.filter(({ field }) => !field.startsWith(prefix)), ...refused];

  useEffect(() => {
    const wrong = tries > 0 && element.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (!wrong) return;
    wrong.closest('details')?.setAttribute('open', '');
    wrong.focus();
  }, [tries]);

  /** From here on nothing is said to be wrong until it is looked at anew. */
  const settle = (left: (now: Partial<T>) => Partial<T>) => {
    setChange(left);
    setVisited(new Set());
    setTries(0);
    setRefused([]);
  };
  const take = () => {
    if (problems.length === 0) return trimmed(filled);
    setTries(tries + 1);
    return null;
  };
  const saveTaken = async () => {
    const taken = take();
    if (!taken) return;
    onSaving?.(taken);
    const sent = trimmed(change);
    let left: Problem[] = [];
    const done = await task.run(async () => {
      left = await save((now) => put(now, sent).settings);
    });
    if (!done || left.length > 0) {
      setRefused(left);
      setTries(tries + 1);
      return;
    }
    // What was typed while it was being saved is not saved, and not lost.
    settle((now) => (now === change ? {} : changed(now, sent)));
    setSaved(true);
  };
  return {
    filled,
    dirty,
    busy: task.busy,
    saved: saved && !dirty,
    rest: [...(tries > 0 ? others.map((one) => `${one.field}: ${sentenceOf(one, t)}`) : []), ...(task.failure ? [task.failure] : [])],
    element,
    wrong(path) {
      const problem = own.get(path);
      return problem && (tries > 0 || visited.has(path)) ? sentenceOf(problem, t) : null;
    },
    left: (path) => afterPress(() => setVisited((before) => (before.has(path) ? before : new Set([...before, path])))),
    set(more) {
      setChange((before) => ({ ...before, ...more }));
      setRefused([]);
      setSaved(false);
    },
    discard: () => settle(() => ({})),
    take,
    submit(event) {
      event.preventDefault();
      void saveTaken();
    },
  };
}
