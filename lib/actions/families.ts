/** Verbs that people and tools use for the same doing, as stems: "whitelisted" is what `allowlist_ip` does. */
const FAMILIES: readonly (readonly string[])[] = [
  ['add', 'increas', 'provis', 'refuel', 'refill', 'recharg', 'topup', 'top', 'append'],
  [
    'remov',
    'delet',
    'clear',
    'drop',
    'detach',
    'purg',
    'eras',
    'wip',
    'withdraw',
    'unassign',
    'releas',
    'tak',
    'strip',
    'unlink',
    'disconnect',
    'revok',
    'lift',
  ],
  ['block', 'bar', 'ban', 'suspend', 'freez', 'lock', 'disabl', 'deactivat', 'paus'],
  [
    'unblock',
    'unban',
    'unbar',
    'unsuspend',
    'unfreez',
    'unlock',
    'enabl',
    'activat',
    'reactivat',
    'resum',
    'restor',
    'reinstat',
    'lift',
    'releas',
    'reopen',
    'wak',
  ],
  ['restart', 'reboot', 'bounc'],
  ['fix', 'correct', 'rectifi'],
  ['approv', 'accept', 'authoris', 'authoriz', 'greenlight'],
  ['recalculat', 'requot', 'repric', 'reassess'],
  ['add', 'readd'],
  ['logout', 'signout', 'revok', 'terminat', 'end', 'kill', 'expir', 'invalidat'],
  ['rollback', 'downgrad', 'revert', 'instal'],
  ['recalculat', 'recomput', 'recount', 'rebil', 'rerat'],
  ['whitelist', 'allowlist', 'allow'],
  ['blacklist', 'blocklist', 'denylist'],
  ['reset', 'clear', 'rotat'],
  ['hold', 'paus', 'freez', 'stop', 'suspend', 'halt'],
  ['end', 'cancel', 'terminat', 'delet', 'stop', 'clos', 'discontinu'],
  ['report', 'flag', 'log', 'rais'],
  ['repeat', 'rerun', 'replai', 'retri'],
  ['upload', 'attach', 'add', 'submit'],
  ['connect', 'link', 'attach', 'pair', 'bind'],
  ['start', 'launch', 'trigger', 'begin', 'kick', 'initiat', 'open'],
  ['push', 'queu', 'forward', 'rout', 'send', 'hand', 'pass'],
  ['grant', 'award', 'giv', 'restor', 'issu'],
  ['swap', 'reassign', 'replac', 'switch', 'chang', 'exchang', 'modifi'],
  ['merg', 'combin', 'consolidat', 'dedup', 'deduplicat', 'join'],
  [
    'updat',
    'chang',
    'modifi',
    'edit',
    'amend',
    'set',
    'correct',
    'adjust',
    'repoint',
    'patch',
    'add',
    'remov',
    'renam',
    'rais',
    'lower',
    'endors',
    'shorten',
    'recalculat',
    'recomput',
    'recount',
    'rerat',
    'lengthen',
    'prolong',
    'reduc',
    'increas',
    'bump',
    'drop',
    'cut',
    'tak',
  ],
  ['mov', 'reschedul', 'push', 'shift', 'postpon', 'modifi', 'extend', 'rebook'],
  ['replai', 'requeu', 'retri', 'rerun', 'resend', 'resubmit'],
  ['creat', 'open', 'fil', 'submit', 'rais', 'log', 'regist', 'lodg', 'record', 'post'],
  ['issu', 'reissu', 'regenerat', 'generat', 'creat', 'order', 'rebil'],
  ['book', 'reserv', 'schedul'],
  ['clos', 'resolv', 'solv', 'complet'],
  ['obtain', 'request', 'get', 'ask'],
];

const SAME = new Map<string, Set<string>>();
for (const family of FAMILIES) {
  for (const verb of family) {
    const all = SAME.get(verb) ?? new Set<string>();
    for (const other of family) all.add(other);
    SAME.set(verb, all);
  }
}

/** A verb of one of the families. */
export const hasKin = (verb: string): boolean => SAME.has(verb);

/** The verb itself and what else says it; "booked" is what `rebook` does, too. */
export const kin = (verb: string): ReadonlySet<string> => {
  const bare = verb.startsWith('re') && verb.length > 5 ? verb.slice(2) : undefined;
  const own = SAME.get(verb);
  return new Set([verb, `re${verb}`, ...(own ?? []), ...(bare !== undefined && SAME.has(bare) ? [bare] : [])]);
};
