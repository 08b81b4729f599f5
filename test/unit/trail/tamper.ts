/** Changes of a file as somebody might try them, made at random from a seed. */
import type { TrailFile } from '../../../lib/trail/schema.ts';

type Node = Record<string, unknown> | unknown[];

/** Numbers from 0 to below `most`, the same for the same seed (mulberry32). */
export function dice(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % most;
  };
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every place of a value: the object or list, and the key in it. */
function placesOf(value: unknown, found: [Node, string][] = []): [Node, string][] {
  if (!isNode(value)) return found;
  for (const key of Object.keys(value)) {
    found.push([value, key]);
    placesOf((value as Record<string, unknown>)[key], found);
  }
  return found;
}

const lists = (value: unknown): unknown[][] =>
  placesOf(value).flatMap(([node, key]) => ((one) => (Array.isArray(one) && one.length > 0 ? [one] : []))((node as Record<string, unknown>)[key]));

function otherLetter(text: string, roll: (most: number) => number): string {
  const at = roll(Math.max(text.length, 1));
  const letter = 'ABCDEFabcdef0123456789+/-_ "\\é'[roll(30)]!;
  return text.slice(0, at) + letter + text.slice(at + (roll(3) === 0 ? 0 : 1));
}

/** Of the same length, so that the base64 stays one. */
function otherByte(base64: string, roll: (most: number) => number): string {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > 0) bytes[roll(bytes.length)]! ^= 1 << roll(7);
  return bytes.toString('base64');
}

/** The ways, by name. Each changes the file in place; `other` is a file of another ticket, signed by the same key. */
export const WAYS: Record<string, (file: TrailFile, roll: (most: number) => number, other: TrailFile) => void> = {
  'a value changed': (file, roll) => {
    const places = placesOf(file).filter(([node, key]) => !isNode((node as Record<string, unknown>)[key]));
    const [node, key] = places[roll(places.length)]!;
    const value = (node as Record<string, unknown>)[key];
    const next = typeof value === 'string' ? otherLetter(value, roll) : typeof value === 'number' ? value + 1 : roll(2);
    (node as Record<string, unknown>)[key] = next;
  },
  'a byte of a payload changed': (file, roll) => {
    const all = [...file.events, ...Object.values(file.contents), file.end];
    const one = all[roll(all.length)]!;
    one.payload = otherByte(one.payload, roll);
  },
  'a signature changed': (file, roll) => {
    const all = [...file.events, file.end];
    const one = all[roll(all.length)]!;
    one.signature = otherByte(one.signature, roll);
  },
  'something left out': (file, roll) => {
    const places = placesOf(file);
    const [node, key] = places[roll(places.length)]!;
    if (Array.isArray(node)) node.splice(Number(key), 1);
    else delete node[key];
  },
  'two things swapped': (file, roll) => {
    const all = lists(file).filter((list) => list.length > 1);
    const list = all[roll(all.length)]!;
    const a = roll(list.length);
    const b = (a + 1 + roll(list.length - 1)) % list.length;
    [list[a], list[b]] = [list[b], list[a]];
  },
  'something inserted': (file, roll) => {
    const places = placesOf(file);
    const [node, key] = places[roll(places.length)]!;
    if (Array.isArray(node)) node.splice(roll(node.length + 1), 0, structuredClone(node[Number(key)]));
    else node[`${key}${roll(10)}`] = structuredClone(node[key]);
  },
  'the tail cut off': (file, roll) => void file.events.splice(file.events.length - 1 - roll(file.events.length)),
  'the head cut off': (file, roll) => void file.events.splice(0, 1 + roll(file.events.length)),
  'an event of another ticket': (file, roll, other) =>
    void file.events.splice(roll(file.events.length + 1), roll(2), other.events[roll(other.events.length)]!),
  'contents of another ticket': (file, roll, other) => {
    const digests = Object.keys(other.contents);
    const digest = digests[roll(digests.length)]!;
    file.contents[digest] = other.contents[digest]!;
  },
  'the end of another file': (file, _, other) => void Object.assign(file, { end: other.end }),
  'a text taken out by somebody else': (file, roll) => {
    const all = [...file.events, ...Object.values(file.contents)].map((one) => one.disclosures).filter((list) => list.length > 0);
    const list = all[roll(all.length)]!;
    list[roll(list.length)] = { reading: '[redacted]' };
  },
};
