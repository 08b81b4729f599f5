import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { withPageScript } from './bin/page-script.ts';

/** Fixes the extension's id, so that settings, tests and managed policies can name it. The private half is not needed and was not kept. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApC9y/w4Ja2cnO37ESZFXsgOru9o97FoJwfxJYYRuiKJJGZufkxLzHad3o1tHOdSNdruSoa9ndDOQH3GesCVw5I0pkbC6VLzxUQySA6uMdqLckMjJhaeUX37XVL5enzDfKJcvtWbA+3eWX1/yAL4I0PiV6FFnCqlURa4L7rPZ5rhi5UY9kTTOaAHffyU6W0WLuCUqtYLb0iV9e4/qsHn5Qw6HAUxiyn8qV2CaPMrTgW1l5r0ub/8P83PN4bGZdECZ+ZYFXVPNvlOhpa3XPSVqydlqHbxkVq3BTIBa46lxefLj/iodSAD0cXQNe8evZ8FEN9RZNNl4Qtg7WjLCazdKtwIDAQAB';

/** Free in Chromium, Edge and Firefox on every system; a browser leaves one that it uses itself unassigned. */
const SHORTCUT = { suggested_key: { default: 'Alt+Shift+D' } };

/** Preact can set `innerHTML` where a component asks for it. None of ours does, and none ever can: the assignment is taken out. */
const withoutInnerHtml = (): Plugin => ({
  name: 'without-inner-html',
  transform(code, id) {
    if (!/[\\/]preact[\\/]dist[\\/]preact\.mjs$/.test(id)) return null;
    const taken = code.replace(/\w+\.innerHTML=\w+\.__html/, '0');
    if (taken === code || /\.innerHTML=[^=]/.test(taken)) this.error('Preact sets innerHTML in another way than before: look at withoutInnerHtml.');
    return { code: taken, map: null };
  },
});

/** Set by `npm run zip`. Stores give the id themselves: Chrome's refuses a package that brings one. */
const forStore = process.env.DESKCHECK_STORE === '1';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  outDirTemplate: `${forStore ? 'store/' : ''}{{browser}}-mv{{manifestVersion}}`,
  vite: () => ({ plugins: [preact(), withoutInnerHtml(), withPageScript()] }),
  zip: {
    artifactTemplate: '{{name}}-{{packageVersion}}-{{browser}}.zip',
    // For the reviewers of Firefox's store: what `npm run zip` needs, by name, so that nothing else can slip in.
    sourcesTemplate: '{{name}}-{{packageVersion}}-sources.zip',
    includeSources: [
      ...['bin', 'components', 'entrypoints', 'lib', 'public'].map((folder) => `${folder}/**`),
      ...['README.md', 'package.json', 'package-lock.json', 'tsconfig.json', 'wxt.config.ts'],
    ],
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // activeTab: the address of the tab on which the toolbar button was pressed, so that the panel can say which helpdesk is not set up.
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'activeTab'],
    // Every helpdesk and log host is asked for by a click; installing asks for none.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    incognito: 'not_allowed',
    // What an organisation may fix: in Firefox it needs no schema.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed.json' } }),
    // Said here because Firefox's own default turns http into https, and a team's log may be served by plain http in its network.
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'" },
    ...(browser === 'firefox'
      ? {
          action: { default_title: '__MSG_name__', default_area: 'navbar' },
          commands: { _execute_sidebar_action: SHORTCUT },
          browser_specific_settings: {
            gecko: { id: 'deskcheck@deskcheck.invalid', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
          },
        }
      : {
          action: { default_title: '__MSG_name__' },
          commands: { _execute_action: SHORTCUT },
          minimum_chrome_version: '120',
          ...(!forStore && { key: KEY }),
        }),
  }),
});
