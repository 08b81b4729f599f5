// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Author, Message } from '../../../lib/model.ts';
import { claim, finding, message, record } from './records.ts';
import { desk, show } from './show.tsx';

afterEach(cleanup);

const by = (author: Author, id: string, text: string, visibility: Message['visibility'] = 'public') => message(id, text, { author, visibility });
const unknown = (name: string, id?: string): Author => ({ kind: 'unknown', name, ...(id ? { id } : {}) });

const assist = unknown('Harbor Assist', '7900');
const sam = unknown('Sam Rivera', '7001');
const hello = by(assist, 'a1', '  Hi Dana,\nthanks for reaching out.');
const told = by(assist, 'a2', 'Refunded $48.', 'internal');
const honest = by(sam, 'a3', 'I refunded it in the billing console.', 'internal');
const guessed = [claim('Refunded $48', told, 'credit'), claim('refunded it', honest, 'credit')];
const first = record({
  status: 'open',
  messages: [hello, told, honest],
  claims: guessed,
  findings: guessed.map((one) => finding(one, { verdict: 'unverifiable', reason: 'author-unknown' })),
  gaps: [hello, told, honest].map(({ id }) => ({ kind: 'author', messageId: id })),
});

describe('on the first visit the authors who are not known are listed', () => {
  test('with how much they wrote and how they began', () => {
    show(first);
    const question = screen.getByRole('region', { name: 'Which of these is your AI agent?' });
    expect(
      within(question)
        .getAllByRole('button')
        .map((button) => button.textContent),
    ).toEqual([
      'Harbor Assist1 public reply, 1 internal noteHi Dana, thanks for reaching out.',
      'Sam Rivera1 internal noteI refunded it in the billing console.',
      'None of them: all are people',
    ]);
    expect(question.textContent).toContain('the others of this list are people then');
  });

  test('one click tells who is the AI agent, and that the others are people', async () => {
    const { actions, container } = show(first);
    fireEvent.click(screen.getByRole('button', { name: /^Harbor Assist/ }));
    await waitFor(() => expect(actions.author).toHaveBeenCalledWith(assist, 'ai-agent', true));
    await waitFor(() => expect(container.textContent).toContain('Kept. The ticket is audited again.'));
    expect(screen.queryByRole('button', { name: /^Sam Rivera/ })).toBeNull();
  });

  test('or that all are people', async () => {
    const { actions } = show(first);
    fireEvent.click(screen.getByRole('button', { name: 'None of them: all are people' }));
    await waitFor(() => expect(actions.author).toHaveBeenCalledWith(assist, 'person', true));
  });

  test('an answer that could not be kept is said, and can be given again', async () => {
    const { actions } = show(first);
    actions.author.mockRejectedValue(new Error('Quota exceeded.'));
    fireEvent.click(screen.getByRole('button', { name: /^Harbor Assist/ }));
    expect((await screen.findByRole('alert')).textContent).toBe('That did not work: Quota exceeded.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Harbor Assist/ }).disabled).toBe(false);
  });

  test('their claims wait for the answer, counted in the summary and without a card or a colour of their own', () => {
    const { container, text } = show(first);
    expect(text).toContain('2 claims found: 2 waiting for your answer.');
    expect(container.querySelector('.summary')!.className).toBe('summary grey');
    expect(screen.queryAllByRole('article')).toEqual([]);
    expect(text).not.toContain('authors who are not known');
  });

  test('two of the same name are told apart by their ids, and only they', () => {
    show(record({ messages: [by(unknown('Alex', '1'), 'a1', 'Yes.'), by(unknown('Alex', '2'), 'a2', 'No.'), hello] }));
    const names = screen.getAllByRole('button', { name: /^(Alex|Harbor)/ }).map((button) => button.querySelector('strong')!.textContent);
    expect(names).toEqual(['Alex 1', 'Alex 2', 'Harbor Assist']);
  });

  test('a name under which a person writes as well is said to be one', () => {
    const person = by({ kind: 'person', name: 'Sam Rivera', id: '7001' }, 'a9', 'Hello, Sam here.');
    show(record({ messages: [person, honest, hello] }));
    expect(screen.getByRole('button', { name: /^Sam Rivera/ }).textContent).toContain('They would be judged too.');
    expect(screen.getByRole('button', { name: /^Harbor Assist/ }).textContent).not.toContain('judged');
  });

  test('who has neither name nor id cannot be told, which is said', () => {
    show(record({ messages: [by(unknown(''), 'a1', 'Refunded.'), hello] }));
    expect(screen.getByText(/neither a name nor an id/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Without a name/ })).toBeNull();
  });

  test('where the helpdesk is not set up nothing is asked that could not be kept', () => {
    show(first, {}, { desk: null });
    expect(screen.queryByText('Which of these is your AI agent?')).toBeNull();
  });
});

describe('later only who is new is asked about', () => {
  const knownAgent = by({ ...assist, kind: 'ai-agent', knownBy: 'team' }, 'a1', 'Hi.');
  const knownPerson = by({ ...sam, kind: 'person', knownBy: 'team' }, 'a2', 'Hello.');
  const news = by(unknown('Ana', '9'), 'a3', 'I credited the account.');
  const later = record({ messages: [knownAgent, knownPerson, news] });
  const known = { desk: { ...desk, agents: ['Harbor Assist'], people: ['Sam Rivera'] } };

  test.each([
    ['AI agent', 'ai-agent'],
    ['A person', 'person'],
  ] as const)('%s', async (button, is) => {
    const { actions } = show(later, {}, known);
    const asked = within(screen.getByRole('region', { name: 'Who is this?' }));
    expect(asked.queryByText('Harbor Assist')).toBeNull();
    fireEvent.click(within(asked.getByRole('group', { name: 'Ana' })).getByRole('button', { name: button }));
    await waitFor(() => expect(actions.author).toHaveBeenCalledWith(news.author, is, false));
  });

  test('also in a first thread in which the helpdesk itself marks its AI agent', () => {
    show(record({ messages: [message('a1', 'Hi.'), news] }));
    expect(screen.getByRole('region', { name: 'Who is this?' })).toBeTruthy();
  });

  test('nobody is asked about once all are known', () => {
    show(record({ messages: [knownAgent, knownPerson] }), {}, known);
    expect(screen.queryByRole('region', { name: /Who is this|Which of these/ })).toBeNull();
  });

  test('the header says who is judged and by whose word, and the way to change it', () => {
    const { text, actions } = show(record({ messages: [knownAgent, knownPerson] }), {}, known);
    expect(text).toContain('AI agent: Harbor Assist, named as such in your settings');
    expect(text).toContain('Known as people, not judged: Sam Rivera');
    fireEvent.click(screen.getByRole('button', { name: /^Change who/ }));
    expect(actions.openOptions).toHaveBeenCalledOnce();
  });

  test('the helpdesk’s own word cannot be changed here', () => {
    const { text } = show(record({ messages: [message('a1', 'Hi.')] }));
    expect(text).toContain('AI agent: Harbor Assist, marked as such by the helpdesk');
    expect(screen.queryByRole('button', { name: /^Change who/ })).toBeNull();
  });

  test('a thread without an AI agent says so, and the way to name one', () => {
    const { text } = show(record({ messages: [by({ kind: 'person', name: 'Sam' }, 'a1', 'Hi.')] }));
    expect(text).toContain('No author here is known to be an AI agent');
    expect(screen.getByRole('button', { name: /^Change who/ })).toBeTruthy();
  });
});
