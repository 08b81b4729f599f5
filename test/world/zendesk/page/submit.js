/** The footer: "Submit as …" with its menu of statuses, and the shortcut Ctrl or Cmd + Alt + S. */
import { el, icon } from './el.js';

export const STATUS_NAMES = { open: 'Open', pending: 'Pending', hold: 'On-hold', solved: 'Solved' };

/** `submit(status)` sends it; resolves when the server has taken it. `show(status)`: somebody else has changed it. */
export function footer(ticket, submit) {
  let status = ticket.status;
  const target = el('strong', {}, STATUS_NAMES[status]);
  const button = el('button', { type: 'button', class: 'primary', 'data-test-id': 'submit_button-button' }, 'Submit as ', target);
  const chevron = el(
    'button',
    {
      type: 'button',
      class: 'primary chevron',
      'data-test-id': 'submit_button-menu-button',
      'aria-haspopup': 'true',
      'aria-expanded': 'false',
      'aria-label': 'Submit options',
    },
    icon('M5 12l5-5 5 5'),
  );
  const items = Object.entries(STATUS_NAMES).map(([id, name]) =>
    el(
      'li',
      { role: 'menuitem', tabindex: '-1', 'data-test-id': `submit_button-menu-${id}` },
      el('span', { class: `dot is-${id}` }),
      'Submit as ',
      el('strong', {}, name),
    ),
  );
  const menu = el('ul', { role: 'menu', class: 'menu', 'data-cy-test-id': 'submit_button-menu', hidden: true }, ...items);

  const toggle = (open) => {
    menu.hidden = !open;
    chevron.setAttribute('aria-expanded', String(open));
  };
  const show = (now) => {
    status = now;
    target.textContent = STATUS_NAMES[now];
  };
  const choose = async (chosen) => {
    toggle(false);
    await submit(chosen);
    show(chosen);
  };
  const idOf = (item) => item.getAttribute('data-test-id').replace('submit_button-menu-', '');

  button.addEventListener('click', () => choose(status));
  chevron.addEventListener('click', () => {
    toggle(menu.hidden);
    if (!menu.hidden) items[0].focus();
  });
  for (const [index, item] of items.entries()) {
    item.addEventListener('click', () => choose(idOf(item)));
    item.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') choose(idOf(item));
      if (event.key === 'ArrowDown') items[(index + 1) % items.length].focus();
      if (event.key === 'ArrowUp') items.at(index - 1).focus();
      if (event.key === 'Escape') toggle(false);
      event.preventDefault();
    });
  }

  const bar = el(
    'footer',
    { 'data-test-id': 'ticket-footer', class: 'footer' },
    el('input', {
      class: 'macro',
      placeholder: 'Apply macro',
      'aria-label': 'Apply macro',
      'data-test-id': 'ticket-footer-macro-menu-autocomplete-input',
    }),
    el('div', { class: 'submit' }, menu, el('div', { 'data-garden-id': 'buttons.button_group_view', class: 'button-group' }, button, chevron)),
  );
  return { bar, show, solve: () => choose('solved') };
}
