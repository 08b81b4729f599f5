import { stem } from '../../actions/stem.ts';

/** Doings that people tell in several words, as tools name them. */
const PHRASES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:signed|logged) (?:\p{L}{1,30} )?out\b/iu, ['logout', 'session']],
  [/\b(?:taken|took|take|put) (?:\p{L}{1,30} )?(?:offline|out of (?:service|order|use))\b/iu, ['disable', 'deactivate', 'offline']],
  [
    /\b(?:is|are|'s) (?:back|live|online|active|up|open|on) (?:again|now)\b|\b(?:is|are) (?:now )?back\b/iu,
    ['restore', 'reactivate', 'enable', 'activate', 'open', 'resume'],
  ],
  [/\b(?:switch|turn)(?:ed|ing)? (?:\p{L}{1,30} ){0,2}on\b/iu, ['enable', 'activate']],
  [/\b(?:switch|turn)(?:ed|ing)? (?:\p{L}{1,30} ){0,2}off\b/iu, ['disable', 'deactivate']],
  [
    /[$€£¥]?\d[\d.,]{0,15}(?: \p{L}{2,8}){0,2} back\b|\bmoney back\b|\b(?:sent|paid|given|gave|get|goes) (?:\p{L}{1,30} ){0,3}back (?:to|on|onto)\b/iu,
    ['refund', 'credit'],
  ],
  [/\b(?:taken|took|take|taking) (?:\p{L}{1,30} ){0,4}off\b|\b(?:is|are|'s) (?:off|gone|out of)\b/iu, ['remove', 'delete']],
  [/\bcalled off\b/i, ['cancel']],
  [/\b(?:belongs? to|in the name of|carries the name)\b/i, ['transfer', 'reassign', 'rename']],
  [/\b(?:have|has|gets?) (?:\p{L}{1,30} ){0,2}access\b/iu, ['grant', 'access']],
  [/\bon (?:its|their|the) way\b|\bin the post\b/i, ['ship', 'shipment', 'dispatch', 'order', 'create']],
  // What moves leaves one place and takes another.
  [/\b(?:moved|rescheduled|rebooked|swapped|changed|switched)\b.{1,60}\bfrom\b.{1,60}\bto\b/i, ['cancel', 'book', 'remove', 'add']],
  [/\breplaced\b.{1,60}\b(?:with|by)\b/i, ['remove', 'add', 'upload', 'delete', 'create']],
];

export const saidAs = (text: string): string[] => PHRASES.flatMap(([pattern, words]) => (pattern.test(text) ? words.map(stem) : []));
