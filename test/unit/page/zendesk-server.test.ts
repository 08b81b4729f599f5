/** The helpdesk to try the extension in: what it serves is what the helpdesk's reader expects. */
import { request } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEntries, readStatus } from '../../../lib/helpdesks/zendesk/log.ts';
import { world } from '../../world/tickets.ts';
import { startZendesk, type Zendesk } from '../../world/zendesk/server.ts';

const now = new Date('2026-10-01T12:00:00.000Z');
let zendesk: Zendesk;
let bare: Zendesk;

beforeAll(async () => {
  zendesk = await startZendesk({ world, now });
  bare = await startZendesk({ world, now, conversationLog: false });
});
afterAll(() => Promise.all([zendesk.close(), bare.close()]));

function ask(at: Zendesk, path: string, method = 'GET', body?: object): Promise<{ status: number; type: string; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { host: at.host };
    const sent = request({ host: '127.0.0.1', port: at.port, path: encodeURI(path), method, headers, rejectUnauthorized: false }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body: text }));
    });
    sent.on('error', reject).end(body && JSON.stringify(body));
  });
}
const getOf = (at: Zendesk) => async (path: string) => {
  const { status, body } = await ask(at, path);
  return { status, body: JSON.parse(body) as unknown };
};

describe('startZendesk', () => {
  it('serves the workspace for tickets and lists, and its files', async () => {
    for (const path of ['/agent/tickets/4127', '/agent/filters/1']) expect((await ask(zendesk, path)).body).toContain('id="main_panes"');
    expect((await ask(zendesk, '/assets/thread.js')).type).toContain('javascript');
    expect((await ask(zendesk, '/assets/../server.ts')).status).toBe(404);
  });
  it('tells bots, people and customers apart in its Conversation Log', async () => {
    const entries = await readEntries(getOf(zendesk), '4127');
    expect(entries?.map((entry) => entry.kind)).toEqual(['customer', 'ai-agent', 'customer', 'ai-agent']);
  });
  it('has comments only, without bots, where the Conversation Log is not enabled', async () => {
    expect((await ask(bare, '/api/v2/tickets/4127/conversation_log')).status).toBe(404);
    const entries = await readEntries(getOf(bare), '4127');
    expect(entries?.map((entry) => entry.kind)).toEqual(['customer', 'unknown', 'customer', 'unknown']);
  });
  it('counts how often it was told to solve a ticket, and remembers the status', async () => {
    await ask(zendesk, '/api/v2/tickets/4138.json', 'PUT', { ticket: { status: 'pending' } });
    expect([zendesk.solved('4138'), await readStatus(getOf(zendesk), '4138')]).toEqual([0, 'open']);
    await ask(zendesk, '/api/v2/tickets/4138.json', 'PUT', { ticket: { status: 'solved' } });
    expect([zendesk.solved('4138'), await readStatus(getOf(zendesk), '4138')]).toEqual([1, 'solved']);
  });
  it('answers 404 for a ticket that is not there, or is held by another account', async () => {
    expect((await ask(zendesk, '/api/v2/tickets/1.json')).status).toBe(404);
    expect((await ask(zendesk, '/api/v2/tickets/4140.json')).status).toBe(404);
  });
  it('says in words that a port is taken', async () => {
    await expect(startZendesk({ world, now, port: zendesk.port })).rejects.toThrow(`Port ${zendesk.port} is taken`);
  });
});
