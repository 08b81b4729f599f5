/** Which presses would close a ticket of Request Tracker, on its own forms. */
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { requestTracker } from '../../../lib/helpdesks/request-tracker.ts';

const HOST = 'https://rt.acme.example';
const ADDRESSES: Record<string, string> = {
  resolve: '/Ticket/Update.html?Action=Comment;DefaultStatus=resolved;id=4',
  'comment-on-resolved': '/Ticket/Update.html?Action=Comment;id=1',
  modify: '/Ticket/Modify.html?id=4',
  'modify-all': '/Ticket/ModifyAll.html?id=4',
  display: '/Ticket/Display.html?id=4',
};

interface Press {
  page: string;
  target: string;
  /** What is chosen in the status field before. */
  status?: string;
  /** A box of the display page that is being edited. */
  editing?: string;
  /** Put into the Actions menu, as a lifecycle of a team's own does. */
  link?: string;
  event?: (window: Window) => unknown;
}

const click =
  (button = 0, type = 'click') =>
  (window: Window) =>
    new window.MouseEvent(type, { bubbles: true, composed: true, button, cancelable: true });
const key = (name: string) => (window: Window) => new window.KeyboardEvent('keydown', { bubbles: true, composed: true, key: name });

function closes({ page, target, status, editing, link, event = click() }: Press): boolean {
  const url = HOST + ADDRESSES[page]!;
  const window = new Window({ url });
  window.document.write(readFileSync(new URL(`./closes/request-tracker/${page}.html`, import.meta.url), 'utf8'));
  const document = window.document as unknown as Document;
  const { ticket } = requestTracker.match(new URL(url), document)!;
  if (link) document.querySelector('#page-menu')!.insertAdjacentHTML('beforeend', link);
  const select = document.querySelector<HTMLSelectElement>('select[name="Status"]')!;
  // happy-dom takes another option for the selected one.
  select.value = status ?? select.querySelector('option[selected]')?.getAttribute('value') ?? '';
  if (status && select.value !== status) {
    const option = document.createElement('option');
    option.value = status;
    select.append(option);
    select.value = status;
  }
  if (editing) document.querySelector(editing)!.classList.add('editing');
  const pressed = document.querySelector(target);
  if (!pressed) throw new Error(`there is no ${target} on ${page}`);
  const made = event(window) as Event;
  let answer = false;
  window.addEventListener(
    made.type,
    (seen) => {
      answer = requestTracker.closes(seen as unknown as Event, document, ticket);
      // The press itself goes nowhere.
      seen.preventDefault();
    },
    { capture: true },
  );
  pressed.dispatchEvent(made);
  return answer;
}

const SUBMIT = 'input[name="SubmitTicket"]';
const SAVE_BASICS = '.ticket-info-basics form input[type="submit"]';
const SAVE_PEOPLE = '.ticket-info-people form input[type="submit"]';
const item = (href: string, id = 'page-actions-x') => `<li><a id="${id}" href="${href}">X</a></li>`;
const X = '#page-actions-x';

const presses: [what: string, press: Press, closes: boolean][] = [
  ['Update Ticket on the form that "Resolve" leads to', { page: 'resolve', target: SUBMIT }, true],
  ['the press that leads to that click', { page: 'resolve', target: SUBMIT, event: click(0, 'pointerdown') }, true],
  ['another mouse button on it', { page: 'resolve', target: SUBMIT, event: click(2, 'mousedown') }, false],
  ['Enter on it: the click that follows is heard', { page: 'resolve', target: SUBMIT, event: key('Enter') }, false],
  ['adding files there', { page: 'resolve', target: 'input[name="AddMoreAttach"]' }, false],
  ['a field there', { page: 'resolve', target: 'input[name="UpdateSubject"]' }, false],
  ['rejecting', { page: 'resolve', target: SUBMIT, status: 'rejected' }, true],
  ['deleting', { page: 'resolve', target: SUBMIT, status: 'deleted' }, true],
  ['stalling', { page: 'resolve', target: SUBMIT, status: 'stalled' }, false],
  ['opening', { page: 'resolve', target: SUBMIT, status: 'open' }, false],
  ['leaving the status as it is', { page: 'resolve', target: SUBMIT, status: '' }, false],
  ['a usual word of an own lifecycle', { page: 'resolve', target: SUBMIT, status: 'Done' }, true],
  ['an own word that says nothing', { page: 'resolve', target: SUBMIT, status: 'shipped' }, false],
  [
    'an own word that "Resolve" leads to',
    {
      page: 'resolve',
      target: SUBMIT,
      status: 'shipped',
      link: item('/Ticket/Update.html?Action=Comment&DefaultStatus=shipped&id=4', 'page-actions-close'),
    },
    true,
  ],
  ['a comment on a ticket that is resolved already', { page: 'comment-on-resolved', target: SUBMIT }, false],
  ['resolving a resolved ticket again', { page: 'comment-on-resolved', target: SUBMIT, status: 'resolved' }, true],
  ['saving the basics unchanged', { page: 'modify', target: SUBMIT }, false],
  ['saving the basics as resolved', { page: 'modify', target: SUBMIT, status: 'resolved' }, true],
  ['saving all as resolved', { page: 'modify-all', target: `.submit ${SUBMIT}`, status: 'resolved' }, true],
  ['the hidden button of that form, which Enter presses', { page: 'modify-all', target: `form > ${SUBMIT}`, status: 'resolved' }, true],
  ['searching for people there', { page: 'modify-all', target: 'input[name="OnlySearchForPeople"]', status: 'resolved' }, false],
  ['"Save" beside the basics, resolved', { page: 'display', target: SAVE_BASICS, status: 'resolved', editing: '.ticket-info-basics' }, true],
  ['"Save" beside the basics, unchanged', { page: 'display', target: SAVE_BASICS, editing: '.ticket-info-basics' }, false],
  [
    '"Save" beside the people takes the edited basics along',
    { page: 'display', target: SAVE_PEOPLE, status: 'resolved', editing: '.ticket-info-basics' },
    true,
  ],
  ['"Save" beside the people leaves basics that are not edited', { page: 'display', target: SAVE_PEOPLE, status: 'resolved' }, false],
  [
    '"Save" beside the reminders',
    { page: 'display', target: '#UpdateReminders input[type="submit"]', status: 'resolved', editing: '.ticket-info-basics' },
    false,
  ],
  ['"Resolve", which only leads to the form', { page: 'display', target: '#page-actions-resolve' }, false],
  [
    'a status that is set by the link itself',
    { page: 'display', target: X, link: item('/Ticket/Update.html?SubmitTicket=1&Status=deleted&DefaultStatus=deleted&id=4') },
    true,
  ],
  ['the same with semicolons', { page: 'display', target: X, link: item('/Ticket/Display.html?Status=resolved;id=4') }, true],
  ['the same for another ticket', { page: 'display', target: X, link: item('/Ticket/Display.html?Status=resolved;id=5') }, false],
  [
    'the same on another host',
    { page: 'display', target: X, link: item('https://rt.other.example/Ticket/Display.html?Status=resolved;id=4') },
    false,
  ],
  [
    'a link that opens it',
    { page: 'display', target: X, link: item('/Ticket/Update.html?SubmitTicket=1&Status=open&DefaultStatus=open&id=4') },
    false,
  ],
  ['a status that the form is not told to take', { page: 'display', target: X, link: item('/Ticket/Update.html?Status=resolved;id=4') }, false],
  ['the action "Delete"', { page: 'display', target: X, link: item('/Ticket/Display.html?Action=Delete;id=4') }, true],
  ['the action "Take"', { page: 'display', target: '#page-actions-take' }, false],
];

describe('closes', () => {
  it.each(presses)('%s', (_, press, expected) => {
    expect(closes(press)).toBe(expected);
  });
});
