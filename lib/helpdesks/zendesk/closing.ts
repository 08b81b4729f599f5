/** The controls that solve a ticket: the submit button while it says so, items of its menu, the shortcut. */
import { pathOf } from '../dom.ts';
import type { Get } from '../helpdesk.ts';

/** "Submit as Solved", as the button says it in Zendesk's languages. */
const NAMES =
  /\b(solved|closed|gelöst|resuelto|resolvido|risolto|opgelost|løst|löst)(?!\p{L})|résolu|rozwiązan|çözüldü|решен|解決済み|已解决|已解決|해결됨/iu;

const words = (text: string): string => ` ${text.replace(/\s+/g, ' ').trim().toLowerCase()} `;

/** `names`: the account's own statuses, e.g. `["Refund done"]`. */
const namesSolved = (text: string, names: readonly string[]): boolean => NAMES.test(text) || names.some((name) => words(text).includes(words(name)));

/** The account's own names for "solved", as last read: a press is judged at once, and cannot wait for them. */
const solvedNames = new WeakMap<Document, readonly string[]>();

/** Reads the names of the account's active statuses of the category "solved"; an account that has none or does not say has Zendesk's own words only. */
export async function readSolvedNames(get: Get, document: Document): Promise<void> {
  const answer = await get('/api/v2/custom_statuses.json');
  const { custom_statuses: statuses } = (answer.body ?? {}) as { custom_statuses?: unknown };
  if (answer.status !== 200 || !Array.isArray(statuses)) return;
  const names = statuses.flatMap((status: { status_category?: unknown; active?: unknown; agent_label?: unknown } | null) =>
    status?.status_category === 'solved' && status.active !== false && typeof status.agent_label === 'string' && status.agent_label.trim() !== ''
      ? [status.agent_label]
      : [],
  );
  solvedNames.set(document, names);
}

const MENU = 'submit_button-menu-';
const testId = (element: Element): string => element.getAttribute('data-test-id') ?? '';
const saysSolved = (element: Element): boolean => namesSolved(element.textContent ?? '', solvedNames.get(element.ownerDocument) ?? []);

/** An item of the status menu; its chevron has a test id of the same beginning and is none. */
const isSolvingItem = (element: Element): boolean =>
  testId(element) === `${MENU}solved` || (testId(element).startsWith(MENU) && element.getAttribute('role') === 'menuitem' && saysSolved(element));
const solves = (element: Element): boolean => isSolvingItem(element) || (testId(element) === 'submit_button-button' && saysSolved(element));

/** Ctrl or Cmd + Alt + S. AltGr + S types a letter on some keyboards and is not it. */
const isShortcut = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  event.altKey &&
  !event.getModifierState('AltGraph') &&
  (event.code === 'KeyS' || event.key.toLowerCase() === 's');

/** Would this event solve the ticket? Judged by what stands on the page now: a macro may have changed the button. */
export function closes(event: Event, document: Document): boolean {
  if (event.type !== 'keydown') return !('button' in event && event.button !== 0) && pathOf(event).some(solves);
  const key = event as KeyboardEvent;
  if (isShortcut(key)) return true;
  if (key.key !== 'Enter' && key.key !== ' ') return false;
  // A button turns Enter into a click of its own; a menu item acts on the key itself, focused or merely pointed at.
  const chosen = document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '');
  return pathOf(event).some(isSolvingItem) || (chosen !== null && isSolvingItem(chosen));
}
