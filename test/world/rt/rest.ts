/** Request Tracker's REST 2 interface, as one account, and what the try-out world reads of a ticket there. */

export interface Rest {
  /** @param path after `/REST/2.0/`, e.g. `ticket/3`. Gives the answer's body. @throws Error with the server's words where it refused. */
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: object): Promise<T>;
  put<T>(path: string, body: object): Promise<T>;
}

export const byPassword = (login: string, password: string): string => `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`;

export const byToken = (token: string): string => `token ${token}`;

export function restOf(url: string, authorization: string): Rest {
  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = { authorization, ...(body ? { 'content-type': 'application/json' } : {}) };
    const answer = await fetch(`${url}/REST/2.0/${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Request Tracker refused ${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
    return JSON.parse(text);
  }
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
  };
}

/** One entry of a ticket's history. */
export interface Transaction {
  id: number;
  /** e.g. `Create`, `Correspond` (public), `Comment` (internal), `Status`, `EmailRecord`. */
  type: string;
  /** ISO 8601, in whole seconds, UTC. */
  created: string;
  /** The writer's login; a customer's is the address. */
  login: string;
  realName: string;
  /** Of what was changed, e.g. the status: empty elsewhere. */
  oldValue: string;
  newValue: string;
  /** Message bodies, in order; none where it is no message. */
  bodies: { type: string; text: string }[];
}

interface Item {
  id: string;
  Type: string;
  Created: string;
  Creator: { Name: string; RealName: string };
  OldValue: string;
  NewValue: string;
}

interface Attachment {
  id: string;
  TransactionId: { id: string } | string;
  ContentType: string;
  Content: string;
}

/** Every entry of a list that comes in pages, in the order of their ids. */
async function all<T extends { id: string }>(rest: Rest, path: string): Promise<T[]> {
  const items: T[] = [];
  const mark = path.includes('?') ? '&' : '?';
  for (let page = 1; ; page += 1) {
    const { items: some } = await rest.get<{ items: T[] }>(`${path}${mark}per_page=100&page=${page}`);
    items.push(...some);
    if (some.length < 100) return items.sort((a, b) => Number(a.id) - Number(b.id));
  }
}

/** A ticket's history, oldest first. */
export async function historyOf(rest: Rest, ticket: string): Promise<Transaction[]> {
  const fields = 'fields=Type,Created,Creator,OldValue,NewValue&fields[Creator]=Name,RealName';
  const [items, attachments] = await Promise.all([
    all<Item>(rest, `ticket/${ticket}/history?${fields}`),
    all<Attachment>(rest, `ticket/${ticket}/attachments?fields=TransactionId,ContentType,Content`),
  ]);
  return items.map((item) => ({
    id: Number(item.id),
    type: item.Type,
    created: item.Created,
    login: item.Creator.Name,
    realName: item.Creator.RealName,
    oldValue: item.OldValue,
    newValue: item.NewValue,
    bodies: attachments
      .filter(({ TransactionId: of }) => (typeof of === 'string' ? of : of.id) === item.id)
      .map(({ ContentType, Content }) => ({ type: ContentType, text: Content })),
  }));
}
