import { describe, expect, it } from 'vitest';
import { withTeamAuthors } from '../../../entrypoints/background/authors.ts';
import type { Author, TicketPage } from '../../../lib/model.ts';

const desk = { helpdesk: 'zendesk', url: 'https://acme.zendesk.com', log: 'main', policy: 'main', agents: [], people: [], others: 'ask' as const };

const pageBy = (author: Author): TicketPage => ({
  ticket: { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '1' },
  subject: '',
  status: 'open',
  messages: [{ id: 'm1', author, visibility: 'internal', at: null, text: 'I refunded it in the billing console.' }],
  gaps: [{ kind: 'author', messageId: 'm1' }],
  landmarks: { found: [], missing: [] },
});

const authorOf = (author: Author, agents: string[]): Author => withTeamAuthors(pageBy(author), { ...desk, agents }).messages[0]!.author;

describe('who wrote it', () => {
  const bot: Author = { kind: 'ai-agent', name: 'Billing Bot', id: '77', knownBy: 'team' };
  it.each([
    ['a name that the team set is its AI agent', { kind: 'unknown', name: 'Billing Bot', id: '77' }, ['billing bot'], bot],
    ['so is an id', { kind: 'unknown', name: 'Billing Bot', id: '77' }, ['77'], bot],
    [
      'also where the helpdesk takes it for a person: the agent answers from a seat',
      { kind: 'person', name: 'Billing Bot', id: '77' },
      ['Billing Bot'],
      bot,
    ],
    [
      'a name that merely looks like a bot is not',
      { kind: 'unknown', name: 'Billing Bot', id: '77' },
      ['Bot'],
      { kind: 'unknown', name: 'Billing Bot', id: '77' },
    ],
    ['a customer of that name is not', { kind: 'customer', name: 'Billing Bot' }, ['Billing Bot'], { kind: 'customer', name: 'Billing Bot' }],
    [
      "the vendor's own word stands",
      { kind: 'ai-agent', name: 'Billing Bot', knownBy: 'vendor' },
      ['Billing Bot'],
      { kind: 'ai-agent', name: 'Billing Bot', knownBy: 'vendor' },
    ],
  ] as [string, Author, string[], Author][])('%s', (_, author, agents, expected) => {
    expect(authorOf(author, agents)).toEqual(expected);
  });

  const jo: Author = { kind: 'unknown', name: 'Jo Martens' };

  it('a name that the team set is a person, and no gap any more', () => {
    const page = withTeamAuthors(pageBy(jo), { ...desk, people: ['jo martens'] });
    expect(page.messages[0]?.author).toEqual({ ...jo, kind: 'person', knownBy: 'team' });
    expect(page.gaps).toEqual([]);
  });

  it('nobody becomes a person by not being named, unless the team says that all others are', () => {
    const asked = withTeamAuthors(pageBy(jo), { ...desk, agents: ['Billing Bot'] });
    expect(asked.messages[0]?.author.kind).toBe('unknown');
    expect(asked.gaps).toHaveLength(1);
    expect(withTeamAuthors(pageBy(jo), { ...desk, others: 'people' }).messages[0]?.author.kind).toBe('person');
  });

  it('a helpdesk that is not set up knows nobody', () => {
    expect(withTeamAuthors(pageBy(jo), null).messages[0]?.author).toEqual(jo);
  });
});
