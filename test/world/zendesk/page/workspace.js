/** The workspace: tab strip, panes that stay mounted, navigation without reload, the list of tickets. */
import { el, getJson } from './el.js';
import { STATUS_NAMES } from './submit.js';
import { ticketPane } from './ticket.js';

const TABS = 4;
const UPDATE_MS = 1000;
const main = document.querySelector('#main_panes');
const strip = document.querySelector('[data-test-id="header-tablist"]');
const notices = document.querySelector('.notices');

const panes = new Map();
const tabs = new Map();
const tickets = (await getJson('/api/v2/tickets.json')).tickets;

function notify(text) {
  const notice = el('div', { class: 'notice', role: 'status' }, text);
  notices.append(notice);
  setTimeout(() => notice.remove(), 4000);
}

async function submit(id, status) {
  const answer = await fetch(`/api/v2/tickets/${id}.json`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ticket: { status } }),
  });
  notify(answer.ok ? `Ticket #${id} was submitted as ${STATUS_NAMES[status]}.` : `Ticket #${id} could not be saved.`);
}

async function mount(id) {
  if (panes.has(id)) return;
  const mounting = getJson(`/api/v2/tickets/${id}/page.json`).then((ticket) => {
    const pane = ticketPane(ticket, (status) => submit(id, status));
    main.append(pane.element);
    return pane;
  });
  panes.set(id, mounting);
  await mounting;
}

function addTab({ id, subject, status }) {
  const tab = el(
    'a',
    {
      href: `/agent/tickets/${id}`,
      class: 'tab',
      role: 'tab',
      'data-test-id': 'header-tab',
      'data-entity-type': 'TICKET_ENTITY_TYPE',
      'data-entity-id': id,
    },
    el('span', { class: `dot is-${status}` }),
    el('span', { class: 'tab-text' }, el('span', { class: 'tab-subject' }, subject), el('small', {}, `#${id}`)),
  );
  strip.append(tab);
  tabs.set(id, tab);
}

function list() {
  const rows = tickets.map(({ id, subject, requester, status }) =>
    el(
      'tr',
      {},
      el('td', {}, el('span', { class: `ticket_status_label ${status}` }, STATUS_NAMES[status])),
      el('td', {}, el('a', { href: `/agent/tickets/${id}` }, subject)),
      el('td', {}, requester),
      el('td', {}, `#${id}`),
    ),
  );
  const head = el('tr', {}, ...['Status', 'Subject', 'Requester', 'ID'].map((name) => el('th', { scope: 'col' }, name)));
  return el(
    'section',
    { class: 'list', 'data-is-active': 'false' },
    el('h1', {}, 'Answered by the AI agent'),
    el('table', {}, el('thead', {}, head), el('tbody', {}, ...rows)),
  );
}

const listPane = list();
main.append(listPane);

const current = () => /\/agent\/tickets\/(\d+)/.exec(location.pathname)?.[1] ?? null;

async function show() {
  const id = current();
  const ticket = tickets.find((one) => one.id === id);
  if (ticket && !tabs.has(id)) addTab(ticket);
  if (ticket) await mount(id);
  if (current() !== id) return;
  document.title = ticket ? `#${id} ${ticket.subject}` : 'Agent workspace';
  for (const element of main.children)
    element.setAttribute('data-is-active', String(ticket ? element.getAttribute('data-ticket-id') === id : element === listPane));
  for (const [tabId, tab] of tabs) {
    tab.setAttribute('data-entity-is-selected', String(tabId === id));
    tab.setAttribute('aria-selected', String(tabId === id));
    if (tabId === id) {
      tab.setAttribute('aria-current', 'page');
      tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else tab.removeAttribute('aria-current');
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/agent/"]');
  if (!link || event.ctrlKey || event.metaKey || event.button !== 0) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  show();
});
document.addEventListener('keydown', async (event) => {
  const id = current();
  if (!id || !(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== 'KeyS') return;
  event.preventDefault();
  (await panes.get(id))?.solve();
});
addEventListener('popstate', show);

/** What others change shows up by itself, as it does in the product. */
setInterval(async () => {
  const id = current();
  const pane = id && (await panes.get(id));
  if (pane) pane.update((await getJson(`/api/v2/tickets/${id}.json`)).ticket.status);
}, UPDATE_MS);

for (const ticket of tickets.slice(0, TABS)) addTab(ticket);
await show();
// A second ticket stays mounted behind the one that is shown, as in a reviewer's day.
const second = tickets.find((ticket) => ticket.id !== current());
if (second && current()) {
  await mount(second.id);
}
