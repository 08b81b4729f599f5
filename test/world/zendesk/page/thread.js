/** The conversation: a skeleton first, then the log; of a long one the newest messages, and a button for the rest. */
import { ago, el, icon, initials } from './el.js';

const LOAD_MS = 300;
/** `?at-once=2000` shows that many from the start. */
const AT_ONCE = Number(new URLSearchParams(location.search).get('at-once') ?? 20);

/** Empty lines part paragraphs, single ones break lines. */
const paragraphs = (text) =>
  text.split(/\n{2,}/).map((part) => el('p', {}, ...part.split('\n').flatMap((line, index) => (index === 0 ? [line] : [el('br'), line]))));

function message({ type, name, user, origin, at, text }) {
  const internal = type === 'internal';
  const label = internal ? `Internal note, ${name}` : name;
  const sender = el('strong', {}, name);
  return el(
    'article',
    { 'data-test-id': 'omni-log-comment-item', class: `message is-${type}`, 'aria-label': label },
    el(
      'figure',
      { 'data-test-id': 'omni-log-base-avatar', class: 'avatar' },
      initials(name),
      type === 'end-user'
        ? null
        : icon('M10 2l7 3v5c0 4-3 7-7 8-4-1-7-4-7-8V5z', { 'data-test-id': 'omni-log-avatar-badge-AgentBadge', class: 'avatar-badge' }),
    ),
    el(
      'div',
      { class: 'message-head' },
      el('div', { 'data-test-id': 'omni-log-item-sender', class: 'sender' }, user ? el('a', { href: `users/${user}` }, sender) : sender),
      internal ? el('span', { 'data-test-id': 'omni-log-internal-note-tag', class: 'tag-internal' }, 'Internal') : null,
      el('time', { 'data-test-id': 'timestamp-relative', datetime: at, class: 'time', title: new Date(at).toLocaleString('en') }, ago(at)),
    ),
    el(
      'div',
      { 'data-test-id': 'omni-log-item-message', type, class: 'bubble' },
      el(
        'div',
        { 'data-test-id': 'omni-log-message-content', 'data-originated-from': origin },
        el('div', { class: 'zd-comment' }, ...paragraphs(text)),
      ),
    ),
  );
}

const skeleton = () =>
  el(
    'div',
    { role: 'progressbar', 'aria-label': 'Loading conversation', class: 'skeleton' },
    ...[70, 45, 60].map((width) => el('div', { style: `width:${width}%` })),
  );

/** The element of the log; it fills itself once the messages have come. */
export function thread(messages) {
  const log = el('div', { 'data-test-id': 'omni-log-container', class: 'thread', role: 'log' }, skeleton());
  let from = messages.length;

  const showEarlier = () => {
    const next = Math.max(0, from - AT_ONCE);
    const earlier = messages.slice(next, from).map(message);
    from = next;
    log.querySelector('[data-test-id="convolog-show-more-button"]')?.remove();
    log.prepend(...earlier);
    if (from > 0) {
      const more = el('button', { type: 'button', 'data-test-id': 'convolog-show-more-button', class: 'show-more' }, 'Show more');
      more.addEventListener('click', showEarlier);
      log.prepend(more);
    }
  };

  setTimeout(() => {
    log.replaceChildren();
    showEarlier();
    log.parentElement.scrollTop = log.parentElement.scrollHeight;
  }, LOAD_MS);
  return log;
}
