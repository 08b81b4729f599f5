/** The options page: everything that a team sets up, each part a form of its own that is saved by itself. */
import { Missing } from './options/Access.tsx';
import { Gate } from './options/Gate.tsx';
import { Guide } from './options/Guide.tsx';
import { Helpdesks, idOfDesk } from './options/Helpdesks.tsx';
import { Logs } from './options/Logs.tsx';
import { Nav } from './options/Nav.tsx';
import { Policies } from './options/Policies.tsx';
import { usePresses } from './options/press.ts';
import { Reviewer } from './options/Reviewer.tsx';
import { SettingsFile } from './options/SettingsFile.tsx';
import type { Setup } from './options/setup.ts';
import { useSlots } from './options/slots.ts';
import { Tools } from './options/Tools.tsx';
import { Trail } from './options/Trail.tsx';
import { Unread } from './options/Unread.tsx';
import { UnsavedContext, useUnsavedForms } from './options/unsaved.ts';
import { useWords } from './words.ts';

export function Options({ setup }: { setup: Setup }) {
  const { t } = useWords();
  const { settings, hosts, grant } = setup;
  const unsaved = useUnsavedForms();
  usePresses();
  const helpdesks = useSlots(settings.helpdesks.map(idOfDesk));
  const logs = useSlots(settings.logs.map(({ id }) => id));
  const policies = useSlots(settings.policies.map(({ id }) => id));
  return (
    <UnsavedContext.Provider value={unsaved.tell}>
      <div class="options">
        <header>
          <h1>{t('options_title')}</h1>
          <p class="meta">{t('options_intro')}</p>
        </header>
        <Nav unsaved={unsaved.names} />
        <main>
          <Unread unread={setup.unread} exportUnread={setup.exportUnread} />
          <Missing hosts={hosts} grant={grant} />
          <Guide settings={settings} logs={logs} helpdesks={helpdesks} policies={policies} />
          <Helpdesks setup={setup} slots={helpdesks} />
          <Logs setup={setup} slots={logs} />
          <Policies setup={setup} slots={policies} />
          <Tools setup={setup} />
          <Gate setup={setup} />
          <Reviewer setup={setup} />
          <Trail setup={setup} />
          <SettingsFile setup={setup} />
        </main>
      </div>
    </UnsavedContext.Provider>
  );
}
