/** Verbs that mean something else with a particle: "signed *out*", "took *down*", "rolled it *back*". */
import { stem } from '../actions/stem.ts';

/** Stem of the verb -> particle -> the verb, as a stem, that says the same in one word. */
const PHRASAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  tak: { down: 'remov', off: 'remov', out: 'remov' },
  sign: { out: 'logout', off: 'logout' },
  log: { out: 'logout', off: 'logout' },
  turn: { off: 'disabl', on: 'enabl' },
  switch: { off: 'disabl', on: 'enabl' },
  shut: { off: 'stop', down: 'stop' },
  roll: { back: 'rollback' },
  bring: { in: 'escalat' },
  opt: { out: 'unsubscrib' },
  mark: { completed: 'complet', complete: 'complet', done: 'complet', resolved: 'resolv', cancelled: 'cancel', paid: 'pay', returned: 'return' },
};

/** @param verb as written; `clause` the whole of the claim. The stem of what they say together, else of the verb alone. */
export function phrasal(verb: string, clause: string): string {
  const head = stem(verb);
  const particles = PHRASAL[head];
  if (!particles) return head;
  const at = clause.toLowerCase().lastIndexOf(verb.toLowerCase());
  const after = clause.slice(at < 0 ? 0 : at + verb.length, (at < 0 ? 0 : at + verb.length) + 60).toLowerCase();
  const words = after.match(/[\p{L}\p{N}'$€£.,-]+/gu)?.slice(0, 5) ?? [];
  const particle = words.find((word) => Object.hasOwn(particles, word));
  return particle === undefined ? head : particles[particle]!;
}
