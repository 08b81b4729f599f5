/** What a person is told where the browser did not open the panel at our word. Firefox opens its sidebar for a press on its own buttons only. */
import { panelIsOpen, panelKeys, text } from '../../lib/browser.ts';

/** Null where the panel stands open in that window already. */
export async function openingHint(windowId: number | undefined): Promise<string | null> {
  if (await panelIsOpen(windowId)) return null;
  const keys = await panelKeys();
  return keys ? text('open_by_keys', keys) : text('open_by_button');
}
