/** What the reviewer does in the panel, as calls to the worker and to the browser. */
import { download } from '../../components/download.ts';
import type { PanelActions } from '../../components/view.ts';
import { browser, text } from '../../lib/browser.ts';
import type { TicketRef } from '../../lib/model.ts';
import { changeSettings } from '../../lib/settings.ts';
import { basisOf } from '../../lib/store/read.ts';
import type { Ask } from './worker.ts';

/** The worker signs with the reviewer of the settings: the name is kept there before it is used. */
const keepName = (reviewer: string) => changeSettings((settings) => (settings.reviewer === reviewer ? settings : { ...settings, reviewer }));

type WithoutTicket = 'copy' | 'grant' | 'openOptions' | 'reloadPage' | 'restartPanel';

/** What needs no ticket. `tabId` is null while it is not known. */
export const actionsOfTab = (tabId: number | null): Pick<PanelActions, WithoutTicket> => ({
  copy: (words) => navigator.clipboard.writeText(words),
  grant: ({ host, origin }) =>
    browser.permissions.request({ origins: [origin] }).then((given) => {
      if (!given) throw new Error(text('access_not_given', host));
    }),
  openOptions: () => browser.runtime.openOptionsPage(),
  reloadPage: async () => {
    if (tabId !== null) await browser.tabs.reload(tabId);
  },
  restartPanel: async () => location.reload(),
});

const nobody = async (): Promise<never> => {
  throw new Error(text('state_no_ticket'));
};

export const withoutTicket = (tabId: number | null): PanelActions => ({
  ...actionsOfTab(tabId),
  audit: nobody,
  show: nobody,
  decide: nobody,
  author: nobody,
  mapTool: nobody,
  closeAnyway: nobody,
  exportTrail: nobody,
  previewExport: nobody,
});

export const actionsFor = (ask: Ask, tabId: number, ticket: TicketRef): PanelActions => ({
  ...actionsOfTab(tabId),
  audit: async () => void (await ask('panel.audit', { ticket })),
  show: async ({ messageId, quote, occurrence }) => void (await ask('panel.jump', { tabId, messageId, quote, occurrence })),
  decide: async (finding, word, reviewer) => {
    await keepName(reviewer);
    await ask('panel.decide', { ticket, decision: { findingId: finding.id, ...word, on: basisOf(finding) } });
  },
  author: async ({ name, id }, is, rest) => void (await ask('panel.author', { ticket, author: { name, ...(id ? { id } : {}) }, is, rest })),
  mapTool: async (tool, { action, words }) => void (await ask('panel.mapTool', { ticket, tool, action, words })),
  closeAnyway: async (reason, reviewer) => {
    await keepName(reviewer);
    await ask('panel.closeAnyway', { ticket, reason });
  },
  exportTrail: async (format, redacted) => download(await ask('panel.export', { ticket, format, redacted })),
  previewExport: () => ask('panel.preview', { ticket }),
});
