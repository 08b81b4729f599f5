/** The worker: registers its listeners at once, so that whatever woke it is heard, and takes up what is due. */
import { defineBackground } from 'wxt/utils/define-background';
import { browser, keepStorageToOurselves, onAccess, openPanel } from '../../lib/browser.ts';
import type { FromPage, FromPanel } from '../../lib/protocol.ts';
import { loadSettings } from '../../lib/settings.ts';
import { Writer } from '../../lib/store/write.ts';
import { answer } from '../../lib/wire.ts';
import { ALARM, AuditLoop } from './audit-loop.ts';
import { optionsHandlers } from './from-options.ts';
import { pageHandlers } from './from-page.ts';
import { panelHandlers } from './from-panel.ts';
import { syncHosts } from './hosts.ts';
import { KEEPING_ALARM, keep, startKeeping } from './keeping.ts';

export default defineBackground({
  type: 'module',
  main() {
    const writer = new Writer();
    const loop = new AuditLoop(writer);
    const sync = async () => syncHosts(await loadSettings());

    answer<FromPage>(pageHandlers(writer, loop), (_, sender) => sender.from === 'page');
    answer<FromPanel>({ ...panelHandlers(writer, loop), ...optionsHandlers(writer, loop) }, (_, sender) => sender.from === 'extension');
    browser.action.onClicked.addListener((tab) => void openPanel(tab.windowId));
    browser.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name === ALARM) void loop.work();
      if (alarm.name === KEEPING_ALARM) void keep(writer);
    });
    browser.tabs.onRemoved.addListener((tabId) => void writer.tabLeft(tabId));
    browser.runtime.onInstalled.addListener(() => {
      void sync();
      // The key that signs every trail is there from the beginning.
      void writer.signer().catch(console.error);
    });
    browser.runtime.onStartup.addListener(() => void sync());
    onAccess(() => void sync());

    void keepStorageToOurselves();
    void loop.work();
    void startKeeping();
  },
});
