import { describe, expect, it } from 'vitest';
import { withTeamAuthors } from '../../../entrypoints/background/authors.ts';
import type { Author, TicketPage } from '../../../lib/model.ts';

const authorOf = (author: Author, agents: string[]): Author => withTeamAuthors({ messages: [{ author }] } as TicketPage, agents).messages[0]!.author;

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
});
