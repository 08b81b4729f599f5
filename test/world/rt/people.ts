/** Who writes in Request Tracker: the tickets know names, the product wants a login and an address for each of them. */
import { randomBytes } from 'node:crypto';
import type { WorldMessage, WorldTicket } from '../ticket.ts';

export interface Account {
  login: string;
  realName: string;
  email: string;
  /** Without one, the account works by its token. */
  password?: string;
}

export interface People {
  /** Looks at the tickets in the browser; a person of the staff like others. */
  reviewer: Required<Account>;
  /** Everybody with an account, the reviewer too. */
  staff: Account[];
  /** @throws Error for a writer whom no ticket names. */
  accountOf(writer: Pick<WorldMessage, 'role' | 'name'>): Account;
  /** The address from which a customer writes. */
  addressOf(customer: string): string;
}

const password = (): string => randomBytes(12).toString('hex');

export function peopleOf(tickets: WorldTicket[]): People {
  const customerWord = wordsFor([]);
  const staffWord = wordsFor(['root', 'dana']);
  const email = (login: string) => `${login}@harborworks.test`;
  const reviewer = { login: 'dana', realName: 'Dana Moreau', email: email('dana'), password: password() };
  const key = ({ role, name }: Pick<WorldMessage, 'role' | 'name'>) => `${role} ${name}`;
  const accounts = new Map<string, Account>([[key({ role: 'agent', name: reviewer.realName }), reviewer]]);
  for (const message of tickets.flatMap((ticket) => ticket.messages)) {
    if (message.role === 'end-user' || accounts.has(key(message))) continue;
    const login = staffWord(message.name);
    const account = { login, realName: message.name, email: email(login) };
    accounts.set(key(message), message.role === 'agent' ? { ...account, password: password() } : account);
  }
  const addresses = new Map<string, string>();
  return {
    reviewer,
    staff: [...accounts.values()],
    accountOf(writer) {
      const account = accounts.get(key(writer));
      if (!account) throw new Error(`${writer.name} has no account in Request Tracker`);
      return account;
    },
    addressOf(customer) {
      const address = addresses.get(customer) ?? `${customerWord(customer)}@customers.test`;
      addresses.set(customer, address);
      return address;
    },
  };
}

/** Gives a word for a name, e.g. `zoe-ruiz` for "Zoë Ruiz"; never the same one twice. */
function wordsFor(taken: string[]): (name: string) => string {
  const used = new Set(taken);
  return (name) => {
    const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    const word = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'somebody';
    let free = word;
    for (let n = 2; used.has(free); n += 1) free = `${word}-${n}`;
    used.add(free);
    return free;
  };
}
