/** One ticket's pane: fields, conversation, context. */
import { ago, el, initials } from './el.js';
import { footer, STATUS_NAMES } from './submit.js';
import { thread } from './thread.js';

const field = (label, testId, ...value) =>
  el('div', { class: 'field' }, el('span', { class: 'field-label' }, label), el('div', { class: 'field-value', 'data-test-id': testId }, ...value));

function fields(ticket) {
  return el(
    'section',
    { 'data-test-id': 'column-1', class: 'column fields', 'aria-label': 'Ticket fields' },
    field('Requester', 'ticket-system-field-requester-select', ticket.requester.name),
    field('Assignee', 'assignee-field', el('span', { 'data-test-id': 'assignee-field-selected-agent-tag' }, `Support / ${ticket.assignee}`)),
    field(
      'Tags',
      'ticket-system-field-tags',
      ...['ai_agent', 'billing'].map((tag) => el('span', { class: 'tag', 'data-test-id': 'ticket-system-field-tags-item-selected' }, tag)),
    ),
    field('Type', 'ticket-form-field-type', 'Question'),
    field('Priority', 'ticket-form-field-priority', 'Normal'),
  );
}

function context(ticket) {
  const row = (label, value) => el('div', { class: 'fact' }, el('span', {}, label), el('span', {}, value));
  return el(
    'section',
    { 'data-test-id': 'column-3', class: 'column context', 'aria-label': 'Customer context' },
    el('div', { class: 'person' }, el('span', { class: 'avatar' }, initials(ticket.requester.name)), el('strong', {}, ticket.requester.name)),
    row('Email', ticket.requester.email),
    row('Local time', new Date().toLocaleTimeString('en', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })),
    row('Language', 'English'),
    el('h2', {}, 'Interaction history'),
    el(
      'div',
      { class: 'history' },
      el('span', { class: `dot is-${ticket.status}` }),
      el('span', {}, ticket.subject),
      el('small', {}, ago(ticket.created)),
    ),
  );
}

const composer = () =>
  el(
    'div',
    { class: 'composer', 'aria-label': 'Public reply composer', role: 'group' },
    el(
      'button',
      { type: 'button', class: 'channel', 'data-test-id': 'omnichannel-channel-switcher-button', 'data-channel': 'native_messaging' },
      'Messaging',
    ),
    el(
      'div',
      { 'data-test-id': 'omnicomposer-rich-text-ckeditor' },
      el('div', { contenteditable: 'true', class: 'editor', role: 'textbox', 'aria-label': 'Reply' }),
    ),
  );

/** The pane's element, `solve`, which its keyboard shortcut calls, and `update`, for a status that somebody else has set. */
export function ticketPane(ticket, submit) {
  const badge = el(
    'span',
    { class: `ticket_status_label ${ticket.status}`, 'data-test-id': `status-badge-${ticket.status}` },
    STATUS_NAMES[ticket.status],
  );
  let shown = ticket.status;
  const showStatus = (status) => {
    shown = status;
    badge.className = `ticket_status_label ${status}`;
    badge.setAttribute('data-test-id', `status-badge-${status}`);
    badge.textContent = STATUS_NAMES[status];
  };
  const { bar, show, solve } = footer(ticket, async (status) => {
    await submit(status);
    showStatus(status);
  });
  const element = el(
    'div',
    {
      'data-test-id': `ticket-${ticket.id}-custom-layout`,
      'data-ticket-id': ticket.id,
      class: 'ticket-panes-grid-layout',
      'data-is-active': 'false',
    },
    fields(ticket),
    el(
      'section',
      { 'data-test-id': 'column-2', class: 'column conversation', 'data-support-suite-trial-onboarding-id': 'conversationPane' },
      el(
        'div',
        { class: 'subject-row' },
        el('div', { 'data-test-id': 'tabs-section-nav-item-ticket', class: 'ticket-nav' }, badge, ` Ticket #${ticket.id}`),
        el('input', { 'data-test-id': 'omni-header-subject', 'aria-label': 'Subject', class: 'subject', value: ticket.subject }),
        el('div', { 'data-test-id': 'omni-header-via-label', class: 'via' }, 'Via messaging'),
      ),
      el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Conversation' }, thread(ticket.messages)),
      composer(),
    ),
    context(ticket),
    bar,
  );
  const update = (status) => {
    if (status === shown) return;
    showStatus(status);
    show(status);
  };
  return { element, solve, update };
}
