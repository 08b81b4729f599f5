/** What the diagnostics tell of this installation. */
import { useEffect, useState } from 'preact/hooks';
import type { About } from '../../components/view.ts';
import { browser } from '../../lib/browser.ts';

const installed: About = { version: browser.runtime.getManifest().version, browser: navigator.userAgent, storage: null };

export function useAbout(): About {
  const [about, setAbout] = useState(installed);
  useEffect(() => {
    void navigator.storage
      .estimate()
      .then(({ usage, quota }) => setAbout({ ...installed, storage: usage === undefined || quota === undefined ? null : { used: usage, quota } }))
      .catch(() => undefined);
  }, []);
  return about;
}
