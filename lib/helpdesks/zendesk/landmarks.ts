/** Where everything stands in Zendesk's Agent Workspace: selectors in ordered fallbacks, and how many of them find something. */
import type { TicketPage } from '../../model.ts';
import { type Fallbacks, first } from '../dom.ts';

/** Inside the active pane. The keys are the names of the landmarks. */
export const LANDMARKS = {
  thread: ['[data-test-id="omni-log-container"]'],
  message: ['article[data-test-id="omni-log-comment-item"]', '[data-test-id="omni-log-comment-item"]'],
  kind: ['[data-test-id="omni-log-item-message"][type]'],
  sender: ['[data-test-id="omni-log-item-sender"]', '[data-test-id="omni-log-comment-user-link"]'],
  time: ['[data-test-id^="timestamp-"][datetime]', ':has(> [data-test-id^="timestamp-"])[datetime]', 'time[datetime]'],
  body: ['[data-test-id="omni-log-message-content"] .zd-comment', '[data-test-id="omni-log-message-content"]'],
  subject: ['input[data-test-id="omni-header-subject"]', 'input[aria-label="Subject"]'],
  submit: ['[data-test-id="submit_button-button"]'],
} satisfies Record<string, Fallbacks>;

export type Landmark = keyof typeof LANDMARKS;
export const IN_MESSAGE = ['kind', 'sender', 'time', 'body'] as const satisfies readonly Landmark[];

/** @param items what was not found in each message. */
export function landmarksOf(pane: Element | null, items: readonly { missing: readonly Landmark[] }[]): TicketPage['landmarks'] {
  const found: string[] = pane ? ['pane'] : [];
  const missing: string[] = pane ? [] : ['pane'];
  for (const [name, selectors] of Object.entries(LANDMARKS)) {
    const inMessage = IN_MESSAGE.find((one) => one === name);
    // Where there is no message, nothing is known of what stands inside one.
    if (inMessage && items.length === 0) continue;
    const seen = inMessage ? items.every((item) => !item.missing.includes(inMessage)) : pane !== null && first(pane, selectors) !== null;
    (seen ? found : missing).push(name);
  }
  return { found, missing };
}
