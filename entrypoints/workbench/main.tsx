/** The workbench: trails taken along by the dozen, and files of trails verified. */
import pageScript from 'virtual:page-script';
import { useEffect, useState } from 'preact/hooks';
import '../../components/style/base.css';
import '../../components/style/options.css';
import '../../components/style/options-forms.css';
import '../../components/style/workbench.css';
import { download } from '../../components/download.ts';
import { mount } from '../../components/mount.tsx';
import type { KeptTicket } from '../../components/workbench/Selection.tsx';
import { Workbench } from '../../components/workbench/Workbench.tsx';
import { text } from '../../lib/browser.ts';
import { keptTickets, live } from '../../lib/store/read.ts';
import { bytesOf } from '../../lib/trail/file.ts';
import { verifyExport } from '../../lib/verify/index.ts';
import { call } from '../../lib/wire.ts';
import { wordsOfFiles } from '../../lib/words/words.ts';

const means = { words: wordsOfFiles(text), pageScript };

function App() {
  const [fingerprint, setFingerprint] = useState<string | null>(null);
  const [tickets, setTickets] = useState<readonly KeptTicket[] | null>(null);
  useEffect(() => void call('options.trail', {}).then((trail) => setFingerprint(trail.fingerprint), console.error), []);
  useEffect(() => live(keptTickets, setTickets), []);
  return (
    <Workbench
      fingerprint={fingerprint}
      tickets={tickets}
      verify={(files, expected) =>
        Promise.all(files.map(async (file) => verifyExport(file.name, new Uint8Array(await file.arrayBuffer()), expected, means)))
      }
      exportAll={async (chosen, formats, redacted) => {
        const { name, base64 } = await call('workbench.export', { tickets: [...chosen], formats: [...formats], redacted });
        download({ name, type: 'application/zip', text: bytesOf(base64) });
      }}
    />
  );
}

mount(<App />, text);
