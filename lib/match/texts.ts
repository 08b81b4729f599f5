/** New values in words: "the name was changed to Mara Lund", "shipped to 12 Mill Lane, 4051". */
import type { Json, ToolCall } from '../model.ts';
import { leaves } from './leaves.ts';

const NAME_KEY = /(?:^|_)(?:first|last|full|given|family|passenger|guest|holder|customer|contact|user|display)?_?name$|Name$/;
const ADDRESS_KEY = /address|street|line_?1|line_?2|zip|post_?(?:al_?)?code|postcode|city|town/i;

/** What was written, whatever field it went to. */
const SET_KEY = /^(?:new_?)?(?:value|text|title|label|wording|inscription)$/i;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export type Told = { is: 'same' } | { is: 'other'; recorded: string } | { is: 'unknown' };

/** Is the text what the call was given or gave back? Told otherwise only where the call was given a value of the same kind. */
export function told(text: string, call: ToolCall): Told {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return { is: 'unknown' };
  const args = leaves(call.arguments);
  if (isName(text)) {
    const names = objectsIn(call.arguments).flatMap((object) => {
      const own = Object.entries(object).filter(([key, value]) => NAME_KEY.test(key) && typeof value === 'string');
      return own.length === 0 ? [] : [own.map(([, value]) => String(value)).join(' ')];
    });
    if (names.some((name) => isIn(wanted, name))) return { is: 'same' };
    if (names.length > 0) return { is: 'other', recorded: names.join(', ') };
  }
  const house = /^\d/.test(text) ? wanted[0] : /\p{L} \d{1,5}[a-z]?$/u.test(text) ? wanted.at(-1) : undefined;
  const address = house === undefined ? [] : args.filter((leaf) => ADDRESS_KEY.test(leaf.key)).map((leaf) => String(leaf.value));
  if (house !== undefined && address.length > 0)
    return address.some((one) => isIn([house], one)) ? { is: 'same' } : { is: 'other', recorded: address.join(', ') };
  if ([...args, ...leaves(call.result)].some((leaf) => isIn(wanted, String(leaf.value)))) return { is: 'same' };
  const set = args.filter((leaf) => SET_KEY.test(leaf.key) && typeof leaf.value === 'string' && /\p{L}/u.test(leaf.value));
  return set.length === 1 ? { is: 'other', recorded: String(set[0]!.value) } : { is: 'unknown' };
}

const isIn = (wanted: readonly string[], value: string): boolean => {
  if (value.length > 2000) return false;
  const known = new Set(wordsOf(value));
  return wanted.every((word) => known.has(word));
};

/** All objects inside: what stands in one belongs together. */
function objectsIn(json: Json | undefined): { [key: string]: Json }[] {
  if (typeof json !== 'object' || json === null) return [];
  if (Array.isArray(json)) return json.flatMap(objectsIn);
  return [json, ...Object.values(json).flatMap(objectsIn)];
}

/** Two to four capitalised words: a person. One alone may be anything. */
const isName = (text: string): boolean => /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]*){1,3}$/u.test(text);
