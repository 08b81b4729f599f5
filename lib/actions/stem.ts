/**
 * Words reduced to stems, so that `refunded`, `refunds` and `createRefund` meet. Deliberately small: it has to be
 * the same on both sides of a comparison, not linguistically right.
 */

const IRREGULAR: Readonly<Record<string, string>> = {
  sent: 'send',
  found: 'find',
  made: 'mak',
  paid: 'pay',
  left: 'leav',
  took: 'tak',
  taken: 'tak',
  gave: 'giv',
  given: 'giv',
  wrote: 'writ',
  written: 'writ',
  told: 'tell',
  held: 'hold',
  kept: 'keep',
  withdrew: 'withdraw',
  withdrawn: 'withdraw',
  ran: 'run',
  built: 'build',
  done: 'do',
  did: 'do',
  saw: 'see',
  seen: 'see',
  lookup: 'look',
  lkup: 'look',
  cancellation: 'cancel',
  verification: 'verifi',
  modification: 'modifi',
  notification: 'notifi',
  confirmation: 'confirm',
  reservation: 'reserv',
  reservations: 'reserv',
  "msg'd": 'messag',
  esc: 'escalat',
  "esc'd": 'escalat',
  "act'd": 'activat',
  "deact'd": 'deactivat',
  "cb'd": 'call',
  cbd: 'call',
  "cxl'd": 'cancel',
  cxld: 'cancel',
  "chk'd": 'check',
  "rfd'd": 'refund',
  rfd: 'refund',
  "conf'd": 'confirm',
  "upd'd": 'updat',
  "sched'd": 'schedul',
  "rtn'd": 'return',
  rtnd: 'return',
  rtn: 'return',
  "repl'd": 'replac',
  "exch'd": 'exchang',
  "fwd'd": 'forward',
  fwd: 'forward',
  "xfer'd": 'transfer',
  "reg'd": 'regist',
  "req'd": 'request',
  "ack'd": 'acknowledg',
  merch: 'merchant',
  "rfnd'd": 'refund',
  chgd: 'chang',
  chkd: 'check',
  "rev'd": 'review',
  revd: 'review',
  cxl: 'cancel',
  "cc'd": 'cc',
  ccd: 'cc',
  brought: 'bring',
  expiry: 'expir',
  mbr: 'member',
  neighbour: 'neighbor',
  neighbours: 'neighbor',
  removal: 'remov',
  closure: 'clos',
  erasure: 'eras',
  erasures: 'eras',
  canx: 'cancel',
  resched: 'reschedul',
  went: 'go',
  gone: 'go',
  froze: 'freez',
  frozen: 'freez',
  unfroze: 'unfreez',
  unfrozen: 'unfreez',
  forgave: 'forgiv',
  wound: 'wind',
  msg: 'messag',
  texted: 'text',
  baggage: 'bag',
  baggages: 'bag',
  luggage: 'bag',
  appt: 'appointment',
  appts: 'appointment',
  acct: 'account',
  acc: 'account',
  cx: 'customer',
  cust: 'customer',
  kb: 'knowledg',
  pwd: 'password',
  crd: 'card',
  blk: 'block',
  rst: 'reset',
  adj: 'adjust',
  txn: 'transaction',
  rfnd: 'refund',
  pymt: 'payment',
  cncl: 'cancel',
  upd: 'updat',
  del: 'delet',
  inv: 'invoic',
  addr: 'address',
  xfer: 'transfer',
  usr: 'user',
  extension: 'extend',
  extensions: 'extend',
  subscription: 'subscrib',
  subscriptions: 'subscrib',
};

const VOWEL = /[aeiouy]/;

/** One lower-case stem: `Cancelled` -> `cancel`, `escalation` -> `escalat`, `re-sent` -> `resend`. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size > MOST) stems.clear();
  const made = stemOf(word);
  stems.set(word, made);
  return made;
}

/** People write the same few thousand words again and again. */
const stems = new Map<string, string>();
const MOST = 20_000;

function stemOf(word: string): string {
  let w = word.toLowerCase().replace(/['’]s$/, '');
  const again = /^re-?(?=[a-z]{3})/.exec(w);
  const bare = again ? w.slice(again[0].length) : '';
  const known = Object.hasOwn(IRREGULAR, w) ? IRREGULAR[w] : undefined;
  if (known) return known;
  if (again && Object.hasOwn(IRREGULAR, bare)) return `re${IRREGULAR[bare]}`;
  if (again && w[2] === '-') return `re${stem(bare)}`;
  w = w.replace(/[-_']/g, '');
  if (w.length <= 3) return w;
  if (!VOWEL.test(w)) return w.replace(/s$/, '');
  const singular = w.endsWith('s') ? w.slice(0, -1) : '';
  if (Object.hasOwn(IRREGULAR, singular)) return IRREGULAR[singular]!;
  if (w.endsWith('ies') || w.endsWith('ied')) w = `${w.slice(0, -3)}i`;
  else if (w.endsWith('sses') || w.endsWith('ches') || w.endsWith('shes') || w.endsWith('xes')) w = w.slice(0, -2);
  else if (w.endsWith('s') && !w.endsWith('ss') && !w.endsWith('us')) w = w.slice(0, -1);
  for (const ending of ['ing', 'ed']) {
    if (w.endsWith(ending) && w.length > ending.length + 2 && VOWEL.test(w.slice(0, -ending.length))) {
      w = w.slice(0, -ending.length);
      if (w.length > 3 && /([bdgmnprt])\1$|[aeiou][^aeiou]{1,2}[aeiou]ll$/.test(w)) w = w.slice(0, -1);
      break;
    }
  }
  if (w.length > 8 && w.endsWith('ment')) w = w.slice(0, -4);
  else if (w.length > 6 && w.endsWith('ion')) w = w.slice(0, -3);
  else if (w === 'reversal' || w === 'renewal' || w === 'approval' || w === 'withdrawal') w = w.slice(0, -2);
  if (w.endsWith('y') && w.length > 3 && !/[aeo]y$/.test(w)) w = `${w.slice(0, -1)}i`;
  if (w.endsWith('e') && w.length > 3) w = w.slice(0, -1);
  // "Refill" and "refilled", "recall" and "recalled".
  if (/[aeiou][^aeiou]{1,2}[aeiou]ll$/.test(w)) w = w.slice(0, -1);
  return w;
}

/** `garage.bays.assign`, `assignBay`, `mcp__garage__bay_assign`, `POST /bays/{id}` -> words, in order. */
export function splitName(name: string): readonly string[] {
  const known = split.get(name);
  if (known !== undefined) return known;
  if (split.size > MOST) split.clear();
  const made = partsOf(name);
  if (name.length < 100) split.set(name, made);
  return made;
}

/** Tools and fields have few names. */
const split = new Map<string, readonly string[]>();

const partsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^\p{L}\p{N}']+/u)
    .filter((w) => w !== '' && !/^v?\d+$/.test(w));

const STOP = new Set(
  (
    'a an the this that these those and or but nor so to of in on at by for from with without into onto about as per via re is are was were be been being am ' +
    'has have had do does did will would can could may might shall should must i we you he she it they me us him her them my our your his its their ' +
    'not no any some all both each every now just already also again then than too very here there when where who which what how if once while after before ' +
    'new old successfully success complete completed please thank thanks up out off over today yesterday tomorrow am pm w'
  ).split(' '),
);

/** Content words of a text as stems, each once, in order. Numbers and ids are values, not words. */
export function contentWords(text: string): string[] {
  const stems = (text.match(/\p{L}[\p{L}'’-]*/gu) ?? [])
    .flatMap((w) => (w.includes('-') && !/^re-/i.test(w) ? w.split('-') : [w]))
    .filter((w) => w.length > 1 && !STOP.has(w.toLowerCase()))
    .map(stem);
  return [...new Set(stems)];
}
