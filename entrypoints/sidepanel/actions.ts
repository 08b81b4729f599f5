/** What the reviewer does in the panel, as calls to the worker. */
import { download } from '../../components/download.ts';
import type { PanelActions } from '../../components/view.ts';
import { browser } from '../../lib/browser.ts';
import type { TicketRef } from '../../lib/model.ts';
import { loadSettings, saveSettings } from '../../lib/settings.ts';
import { call } from '../../lib/wire.ts';

/** The worker signs with the reviewer of the settings: the name is kept there before it is used. */
async function keepName(reviewer: string): Promise<void> {
  const settings = await loadSettings();
  if (settings.reviewer !== reviewer) await saveSettings({ ...settings, reviewer });
}

export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

export function actionsFor(tabId: number, ticket: TicketRef): PanelActions {
  return {
    audit: async () => void (await call('panel.audit', { ticket })),
    show: async ({ messageId, quote, occurrence }) => void (await call('panel.jump', { tabId, messageId, quote, occurrence })),
    decide: async (decision, reviewer) => {
      await keepName(reviewer);
      await call('panel.decide', { ticket, decision });
    },
    closeAnyway: async (reason, reviewer) => {
      await keepName(reviewer);
      await call('panel.closeAnyway', { ticket, reason });
    },
    exportTrail: async () => download(await call('panel.export', { ticket, format: 'json' })),
    openOptions,
  };
}
