/** How a trail leaves: redacted where that is wanted, rendered, and noted in the trail itself before it goes. */
import pageScript from 'virtual:page-script';
import { text } from '../../lib/browser.ts';
import { bundleOf } from '../../lib/exports/bundle.ts';
import type { Means } from '../../lib/exports/export.ts';
import { exports } from '../../lib/exports/index.ts';
import { tell } from '../../lib/exports/read.ts';
import type { TicketRef, Trail } from '../../lib/model.ts';
import type { Exported, Preview } from '../../lib/protocol.ts';
import { redact } from '../../lib/redaction/index.ts';
import type { Settings } from '../../lib/settings.ts';
import { trailOf } from '../../lib/store/read.ts';
import type { Writer } from '../../lib/store/write.ts';
import { base64Of } from '../../lib/trail/file.ts';
import { wordsOfFiles } from '../../lib/words/words.ts';

const now = () => new Date().toISOString();

const outgoing = (trail: Trail, redacted: boolean, { redaction }: Settings): Trail => (redacted ? redact(trail, redaction.patterns).trail : trail);

/** A file name on every system: what an id may hold besides is left out. */
const nameOf = ({ helpdesk, id }: TicketRef, extension: string): string => `deskcheck-${helpdesk}-${id.replaceAll(/[^\w.-]+/g, '-')}.${extension}`;

export async function exportTrail(writer: Writer, ticket: TicketRef, format: string, redacted: boolean, settings: Settings): Promise<Exported> {
  const one = exports.find((candidate) => candidate.id === format);
  if (!one) throw new Error(text('refused_format', format));
  // First: what left stands in the trail, also in the file itself.
  await writer.append(ticket, now(), { kind: 'export', format, redacted, to: 'download' });
  const trail = outgoing(await trailOf(ticket), redacted, settings);
  const means: Means = { at: now(), signer: await writer.signer(), words: wordsOfFiles(text), pageScript };
  return { name: nameOf(ticket, one.extension), type: one.type, text: await one.render(trail, means) };
}

/** Trails of several tickets, each in the formats that are named, as one zip with a signed manifest. A folder for each ticket. */
export async function exportSelection(
  writer: Writer,
  tickets: readonly TicketRef[],
  formats: readonly string[],
  redacted: boolean,
  settings: Settings,
): Promise<{ name: string; base64: string }> {
  const files: Record<string, Uint8Array> = {};
  for (const ticket of tickets) {
    for (const format of formats) {
      const { name, text: words } = await exportTrail(writer, ticket, format, redacted, settings);
      // Two helpdesks may have a ticket of the same number.
      files[`${ticket.host.replaceAll(/[^\w.-]+/g, '-')}/${name}`] = new TextEncoder().encode(words);
    }
  }
  const at = now();
  const bytes = await bundleOf(files, at, await writer.signer());
  return { name: `deskcheck-trails-${at.slice(0, 10)}.zip`, base64: base64Of(bytes) };
}

/** What would go out, and what would not. */
export async function previewExport(ticket: TicketRef, settings: Settings): Promise<Preview> {
  const { trail, taken } = redact(await trailOf(ticket), settings.redaction.patterns);
  const { record } = tell(trail);
  return { taken, messages: (record?.page.messages ?? []).map(({ author, text: words }) => ({ author: author.name, text: words })) };
}
