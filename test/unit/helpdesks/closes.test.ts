/** Which clicks and key presses would solve a Zendesk ticket. */
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { zendesk } from '../../../lib/helpdesks/zendesk.ts';

const TICKET = { helpdesk: 'zendesk', host: 'acme.zendesk.com', id: '412' };
const FOOTER = `
  <button id="submit" data-test-id="submit_button-button">Submit as <strong id="status">STATUS</strong></button>
  <button id="chevron" data-test-id="submit_button-menu-button">Solved</button>
  <ul role="menu">
    <li id="own" role="menuitem" tabindex="-1" data-test-id="submit_button-menu-1150">Submit as Refund done</li>
    <li id="pending" role="menuitem" tabindex="-1" data-test-id="submit_button-menu-pending">Submit as Pending</li>
    <li id="solved" role="menuitem" tabindex="-1" data-test-id="submit_button-menu-solved"><span id="word">Submit as Solved</span></li>
  </ul>
  <button id="tab" data-test-id="close-button">Close</button>
  <input id="field">`;

/** Sends one event to an element and says whether it would close. */
function closes(status: string, target: string, make: (window: Window) => unknown): boolean {
  const window = new Window();
  window.document.write(FOOTER.replace('STATUS', status));
  const document = window.document as unknown as Document;
  let answer = false;
  const event = make(window) as Event;
  document.addEventListener(event.type, (seen) => {
    answer = zendesk.closes(seen, document, TICKET);
  });
  document.getElementById(target)!.dispatchEvent(event);
  return answer;
}

const mouse =
  (type = 'click', button = 0) =>
  (window: Window) =>
    new window.MouseEvent(type, { bubbles: true, composed: true, button });
type Held = { code?: string; ctrlKey?: boolean; altKey?: boolean; metaKey?: boolean };
const key =
  (key: string, { altGraph = false, ...more }: Held & { altGraph?: boolean } = {}) =>
  (window: Window) =>
    Object.assign(new window.KeyboardEvent('keydown', { bubbles: true, composed: true, key, ...more }), {
      // happy-dom has none.
      getModifierState: (name: string) => name === 'AltGraph' && altGraph,
    });

const clicks: [status: string, target: string, closes: boolean][] = [
  ['Solved', 'submit', true],
  ['Solved', 'status', true],
  ['Gelöst', 'submit', true],
  ['Résolu', 'submit', true],
  ['解決済み', 'submit', true],
  ['Open', 'submit', false],
  ['Pending', 'submit', false],
  ['Unresolved', 'submit', false],
  ['Solved', 'chevron', false],
  ['Open', 'solved', true],
  ['Open', 'word', true],
  ['Open', 'pending', false],
  ['Solved', 'tab', false],
];

const shortcut = { ctrlKey: true, altKey: true, code: 'KeyS' };
const keys: [what: string, target: string, event: (window: Window) => unknown, closes: boolean][] = [
  ['Ctrl+Alt+S', 'field', key('s', shortcut), true],
  ['Cmd+Alt+S, which types another letter on a Mac', 'field', key('ß', { metaKey: true, altKey: true, code: 'KeyS' }), true],
  ['AltGr+S, which types a letter', 'field', key('ś', { ...shortcut, altGraph: true }), false],
  ['Ctrl+S', 'field', key('s', { ctrlKey: true, code: 'KeyS' }), false],
  ['Ctrl+Alt+U', 'field', key('u', { ctrlKey: true, altKey: true, code: 'KeyU' }), false],
  ['Enter on the menu item', 'solved', key('Enter'), true],
  ['Space on the menu item', 'solved', key(' '), true],
  ['Enter on another menu item', 'pending', key('Enter'), false],
  ['an arrow on the menu item', 'solved', key('ArrowUp'), false],
  ['Enter on the button, which becomes a click', 'submit', key('Enter'), false],
];

describe('closes', () => {
  it.each(clicks)('"Submit as %s", click on #%s: %s', (status, target, expected) => {
    expect(closes(status, target, mouse())).toBe(expected);
  });
  it.each(keys)('%s (#%s)', (_, target, event, expected) => {
    expect(closes('Solved', target, event)).toBe(expected);
  });
  it('the press that leads to the click counts too, for menus that act on it', () => {
    expect(closes('Open', 'solved', mouse('mousedown'))).toBe(true);
  });
  it('another mouse button closes nothing', () => {
    expect(closes('Open', 'solved', mouse('mousedown', 2))).toBe(false);
  });
  it("an account's own status of the category solved closes, once it was read", async () => {
    const window = new Window({ url: 'https://acme.zendesk.com/agent/tickets/412' });
    window.document.write(FOOTER.replace('STATUS', 'Refund done'));
    const document = window.document as unknown as Document;
    const statuses = [
      { status_category: 'solved', agent_label: 'Refund done', active: true },
      { status_category: 'pending', agent_label: 'Pending', active: true },
      { status_category: 'solved', agent_label: 'Open', active: false },
    ];
    const get = async (path: string) =>
      path === '/api/v2/custom_statuses.json' ? { status: 200, body: { custom_statuses: statuses } } : { status: 404, body: null };
    const seen: Record<string, boolean> = {};
    document.addEventListener('click', (event) => {
      seen[(event.target as Element).id] = zendesk.closes(event, document, TICKET);
    });
    const clickAll = () => {
      for (const id of ['submit', 'own', 'pending']) document.getElementById(id)!.click();
      return { ...seen };
    };
    expect(clickAll()).toEqual({ submit: false, own: false, pending: false });
    await zendesk.read(document, TICKET, { get, pause: async () => {} });
    expect(clickAll()).toEqual({ submit: true, own: true, pending: false });
  });
});
