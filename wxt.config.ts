import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';

/** Fixes the extension's id, so that settings, tests and managed policies can name it. The private half is not needed and was not kept. */
const KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApC9y/w4Ja2cnO37ESZFXsgOru9o97FoJwfxJYYRuiKJJGZufkxLzHad3o1tHOdSNdruSoa9ndDOQH3GesCVw5I0pkbC6VLzxUQySA6uMdqLckMjJhaeUX37XVL5enzDfKJcvtWbA+3eWX1/yAL4I0PiV6FFnCqlURa4L7rPZ5rhi5UY9kTTOaAHffyU6W0WLuCUqtYLb0iV9e4/qsHn5Qw6HAUxiyn8qV2CaPMrTgW1l5r0ub/8P83PN4bGZdECZ+ZYFXVPNvlOhpa3XPSVqydlqHbxkVq3BTIBa46lxefLj/iodSAD0cXQNe8evZ8FEN9RZNNl4Qtg7WjLCazdKtwIDAQAB';

export default defineConfig({
  imports: false,
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    minimum_chrome_version: '120',
    // activeTab: the address of the tab on which the toolbar button was pressed, so that the panel can say which helpdesk is not set up.
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'alarms', 'activeTab'],
    // Every helpdesk and log host is asked for by a click; installing asks for none.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: '__MSG_name__' },
    ...(browser === 'firefox'
      ? { browser_specific_settings: { gecko: { id: 'deskcheck@deskcheck.invalid', strict_min_version: '142.0' } } }
      : { key: KEY }),
  }),
});
