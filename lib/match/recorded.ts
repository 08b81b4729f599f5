/** What a call holds, worked out when it is first asked for and kept: every claim asks the same of it. */
import type { ToolCall } from '../model.ts';
import { idsIn, isCode, phonesIn, plain, shape } from './ids.ts';
import { type Leaf, leaves } from './leaves.ts';
import { once } from './once.ts';
import { wordsIn } from './words.ts';

export class Recorded {
  readonly call: ToolCall;
  readonly args: readonly Leaf[];
  readonly all: readonly Leaf[];
  #said: ReadonlySet<string> | undefined;
  #present: ReadonlySet<string> | undefined;
  #byShape: ReadonlyMap<string, readonly string[]> | undefined;
  #codes: readonly string[] | undefined;
  #days: ReadonlySet<string> | undefined;
  #asked: readonly string[] | undefined;

  constructor(call: ToolCall) {
    this.call = call;
    this.args = leaves(call.arguments);
    this.all = [...this.args, ...leaves(call.result)];
  }

  /** Stems of the words that it was given. */
  get said(): ReadonlySet<string> {
    this.#said ??= wordsIn(this.call.arguments);
    return this.#said;
  }

  /** All of it that may be an id, plain. */
  get present(): ReadonlySet<string> {
    this.#present ??= new Set([...this.all.flatMap(idsIn).map(plain), ...this.all.flatMap(phonesIn)]);
    return this.#present;
  }

  /** Shape -> the ids of it that it was given. */
  get byShape(): ReadonlyMap<string, readonly string[]> {
    this.#byShape ??= Map.groupBy(
      this.args.flatMap(idsIn).filter((token) => /\d/.test(token)),
      shape,
    );
    return this.#byShape;
  }

  /** What it was given under a key of ids and is written like a booking code. */
  get codes(): readonly string[] {
    this.#codes ??= this.args.flatMap((leaf) => (CODE_KEY.test(leaf.key) ? idsIn(leaf).filter(isCode) : []));
    return this.#codes;
  }

  /** Days of any year that it names: `03-02`. */
  get days(): ReadonlySet<string> {
    this.#days ??= new Set(datesIn(this.all).map(dayOfYear));
    return this.#days;
  }

  /** The dates that it was given. */
  get asked(): readonly string[] {
    this.#asked ??= datesIn(this.args);
    return this.#asked;
  }
}

export const recordedOf = once((call: ToolCall) => new Recorded(call));

const CODE_KEY = /id$|reservation|booking|order|code|number|reference/i;

const datesIn = (list: readonly Leaf[]): string[] => [...new Set(list.flatMap((leaf) => String(leaf.value).match(/\d{4}-\d{2}-\d{2}/g) ?? []))];

/** `2026-03-02` -> `03-02`. */
export const dayOfYear = (date: string): string => date.slice(5);
