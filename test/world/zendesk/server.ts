/**
 * A helpdesk to try the extension in: pages and API in the shape of Zendesk's Agent Workspace, by https under a
 * zendesk.com name that the browser is told to find on this machine.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { generate } from 'selfsigned';
import type { World, WorldTicket } from '../ticket.ts';
import {
  type AuditsPart,
  auditsBody,
  commentsBody,
  conversationLogBody,
  customStatusesBody,
  firstChanges,
  meBody,
  type Part,
  pageBody,
  type Status,
  ticketBody,
  userBody,
} from './api.ts';

export interface Zendesk {
  /** e.g. `harborworks.zendesk.com`, without the port: the resolver rule carries it. */
  host: string;
  port: number;
  /** For `--ignore-certificate-errors-spki-list`. */
  spki: string;
  /** How often the server was told to solve this ticket. */
  solved(ticketId: string): number;
  close(): Promise<void>;
}

export interface ZendeskOptions {
  world: World;
  now: Date;
  /** 0, the default: any free port. */
  port?: number;
  /** False: the Conversation Log answers 404, as on accounts where it is not enabled. By default as the world says. */
  conversationLog?: boolean;
}

const PAGE = new URL('./page/', import.meta.url);
const TYPES: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' };

/** Which part of a list is asked for, by cursor or, for audits, by page. */
type Asked = Part & { ofAudits: AuditsPart };

const partOf = (search: URLSearchParams): Asked => ({
  size: Number(search.get('page[size]') ?? 100),
  after: search.get('page[after]') ?? '',
  ofAudits: { page: Number(search.get('page') ?? 1), size: Number(search.get('per_page') ?? 100), newestFirst: search.get('sort_order') === 'desc' },
});

async function certificate(host: string): Promise<{ key: string; cert: string; spki: string }> {
  const made = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: '*.zendesk.com' }] }],
  });
  const der = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key: made.private, cert: made.cert, spki: createHash('sha256').update(der).digest('base64') };
}

async function jsonOf(request: IncomingMessage): Promise<{ ticket?: { status?: Status } }> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

export async function startZendesk({ world, now, port = 0, conversationLog = world.conversationLog ?? true }: ZendeskOptions): Promise<Zendesk> {
  const host = `${world.subdomain}.zendesk.com`;
  const changes = new Map(world.tickets.map((ticket) => [ticket.id, firstChanges(ticket, now)]));
  const solved = new Map<string, number>();
  const statusOf = ({ id }: Pick<WorldTicket, 'id'>): Status => changes.get(id)?.at(-1)?.to ?? 'open';

  function ticketAnswer(ticket: WorldTicket, rest: string, part: Asked): object | null {
    if (rest === '.json') return ticketBody(ticket, statusOf(ticket), now);
    if (rest === '/audits.json') return auditsBody(ticket, changes.get(ticket.id) ?? [], part.ofAudits, now);
    if (rest === '/comments.json') return commentsBody(ticket, part, now);
    if (rest === '/conversation_log') return conversationLog ? conversationLogBody(ticket, part, now) : null;
    return rest === '/page.json' ? pageBody(ticket, statusOf(ticket), now) : null;
  }

  function apiAnswer(path: string, account: string, part: Asked): object | null {
    const tickets = world.tickets.filter((ticket) => (ticket.subdomain ?? world.subdomain) === account);
    if (path === '/api/v2/users/me.json') return meBody();
    if (path === '/api/v2/custom_statuses.json') return customStatusesBody();
    if (path === '/api/v2/tickets.json') {
      return {
        tickets: tickets.map((ticket) => ({ id: ticket.id, subject: ticket.subject, requester: ticket.requester, status: statusOf(ticket) })),
      };
    }
    const user = /^\/api\/v2\/users\/(\d+)\.json$/.exec(path)?.[1];
    if (user) return userBody(user);
    const [, id, rest] = /^\/api\/v2\/tickets\/(\d+)(\.json|\/.+)$/.exec(path) ?? [];
    const ticket = tickets.find((one) => one.id === id);
    return ticket && rest ? ticketAnswer(ticket, rest, part) : null;
  }

  const send = (response: ServerResponse, status: number, type: string, body: string | Buffer) =>
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body);

  const sendJson = (response: ServerResponse, body: object | null) =>
    send(response, body ? 200 : 404, 'application/json', JSON.stringify(body ?? { error: 'RecordNotFound', description: 'Not found' }));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, hostname, searchParams } = new URL(request.url ?? '/', `https://${request.headers.host ?? host}`);
    const account = hostname.split('.')[0] ?? '';
    const part = partOf(searchParams);
    const updated = /^\/api\/v2\/tickets\/(\d+)\.json$/.exec(path)?.[1];
    if (request.method === 'PUT' && updated) {
      const status = (await jsonOf(request)).ticket?.status;
      if (status) {
        // The workspace sends no token: the reviewer's session is enough.
        const by = request.headers.authorization ? 'program' : 'reviewer';
        const change = { at: new Date(), by, from: statusOf({ id: updated }), to: status } as const;
        changes.set(updated, [...(changes.get(updated) ?? []), change]);
      }
      if (status === 'solved') solved.set(updated, (solved.get(updated) ?? 0) + 1);
      return void sendJson(response, apiAnswer(path, account, part));
    }
    if (path.startsWith('/api/')) return void sendJson(response, apiAnswer(path, account, part));
    const file = /^\/assets\/([\w-]+\.(?:css|js))$/.exec(path)?.[1] ?? (path.startsWith('/agent') ? 'index.html' : null);
    if (!file) return void send(response, 404, 'text/plain', 'Not found');
    send(response, 200, TYPES[extname(file)] ?? 'text/plain', await readFile(new URL(file, PAGE)));
  }

  const { key, cert, spki } = await certificate(host);
  const server = createServer({ key, cert }, (request, response) => {
    serve(request, response).catch((error: unknown) => send(response, 500, 'text/plain', String(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken. Stop what uses it, or choose another port for the helpdesk.`) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  const listening = (server.address() as AddressInfo).port;
  return {
    host,
    port: listening,
    spki,
    solved: (ticketId) => solved.get(ticketId) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
