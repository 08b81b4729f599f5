/** Nouns that people and tools use for the same thing, as stems: the "driver" of a ticket is the `courier` of a tool. */
const THINGS: readonly (readonly string[])[] = [
  ['courier', 'driver', 'rider', 'carrier'],
  ['reserv', 'book'],
  ['parcel', 'packag', 'shipment', 'consign', 'ship'],
  ['customer', 'client', 'user', 'guest', 'member', 'subscriber', 'passenger', 'tenant', 'patient', 'learner', 'student', 'buyer', 'contact'],
  ['invoic', 'bill'],
  ['subscrib', 'plan', 'membership', 'tariff', 'packag'],
  ['line', 'sim', 'msisdn', 'esim', 'number'],
  ['password', 'passcod', 'credential', 'login', 'access'],
  ['mfa', '2fa', 'otp', 'totp', 'authenticator', 'twofactor'],
  ['ticket', 'case', 'conversation', 'thread'],
  ['appointment', 'visit', 'slot', 'callout'],
  ['technician', 'engineer', 'fitter', 'installer', 'mechanic'],
  ['address', 'location'],
  ['fee', 'penalti', 'surcharg'],
  ['voucher', 'coupon', 'promo', 'code'],
  ['account', 'profil', 'wallet'],
  ['order', 'purchas'],
  ['seat', 'licenc', 'licens'],
  ['domain', 'dns', 'zone'],
  ['server', 'instanc', 'host', 'vm', 'machin', 'node'],
  ['key', 'token', 'secret'],
  ['bag', 'suitcas'],
  ['car', 'vehicl', 'van'],
  ['mail', 'email', 'inbox'],
  ['phon', 'mobil', 'telephon', 'cell'],
  ['refund', 'reimburs', 'moneyback'],
  ['instalment', 'installment', 'plan'],
  ['prescript', 'medication', 'repeat'],
  ['tracker', 'track'],
  ['dispute', 'disput', 'chargeback', 'represent'],
  ['limit', 'cap', 'quota', 'allowanc'],
  ['flag', 'marker'],
  ['taxi', 'cab', 'transport'],
  ['paye', 'bank', 'iban'],
  ['attach', 'photo', 'imag', 'pictur', 'screenshot', 'scan'],
  ['session', 'devic'],
  ['ban', 'sanct', 'suspens', 'moderat'],
  ['lesson', 'class', 'cours'],
  ['fin', 'fee', 'penalti'],
  ['qa', 'qualiti'],
  ['complaint', 'feedback', 'grievanc'],
];

const SAME = new Map<string, Set<string>>();
for (const names of THINGS) {
  for (const name of names) {
    const all = SAME.get(name) ?? new Set<string>();
    for (const other of names) all.add(other);
    SAME.set(name, all);
  }
}

/** The thing itself and what else it is called. */
export const alike = (thing: string): ReadonlySet<string> => SAME.get(thing) ?? new Set([thing]);

/** Does the set name the thing, in this word or in another of the same meaning? */
export const names = (words: ReadonlySet<string>, thing: string): boolean => {
  if (words.has(thing)) return true;
  const same = SAME.get(thing);
  if (same === undefined) return false;
  for (const other of same) if (words.has(other)) return true;
  return false;
};
