/** One self-contained page of a trail, to read and to print. The same trail, words and script give the same bytes: that is how it is checked. Pure. */
import type { Json, Trail, TrailEnd } from '../../model.ts';
import { canonical, digestOf } from '../../seal.ts';
import type { TrailFile } from '../../trail/schema.ts';
import { eventLine } from '../../words/events.ts';
import { summary } from '../../words/summary.ts';
import type { Words } from '../../words/words.ts';
import { tell } from '../read.ts';
import { html, Markup, READING } from './markup.ts';
import { callsOf, coverageOf, eventsOf, facts, findingsOf, policyOf, threadOf } from './sections.ts';
import { STYLE } from './style.ts';

const reading = (text: string): string => READING.open + text + READING.close;

/** JSON that can stand in a script element: nothing in it can end the element. */
const inScript = (value: unknown): Markup => new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));

/** Where the file begins and ends in the page. */
export const CARRIED = { open: '<script type="application/json" id="trail">', close: '</script>' };

const section = (title: string, body: Markup): Markup => html`<section><h2>${title}</h2>${body}</section>
`;

/** SHA-256, base64, as a Content-Security-Policy names a script. */
const hashOfScript = (script: string): string => {
  const digest = digestOf(script).replaceAll('-', '+').replaceAll('_', '/');
  return `sha256-${digest}=`;
};

/**
 * @param words of files.
 * @param script verifies the trail in the page and says so in `#verified`; all that it says stands in `#words`.
 */
export function pageOf(file: TrailFile, trail: Trail, end: TrailEnd, words: Words, script: string): string {
  const { t, second } = words;
  const { record, policy, decisions, cores, recordAt } = tell(trail, { reading });
  const rows = cores.map((core, i) => ({ core, line: eventLine(core, recordAt, words), hash: trail.events[i]?.hash ?? '' }));
  const { ticket } = trail;
  const title = t('page_title', ticket.id, record?.page.subject ?? '');
  const keys = [...new Set([...rows.map(({ core }) => core.key), end.key])];
  const spoken = {
    holds: t('page_holds', String(end.count), String(Object.keys(trail.contents).length), keys.join(', ')),
    broken: t('page_broken', '{what}', '{why}'),
  };
  const page = html`<!doctype html>
<html lang="${t('language')}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${hashOfScript(script)}'">
<title>${title.replaceAll(READING.open, '').replaceAll(READING.close, '')}</title><style>${new Markup(STYLE)}</style></head><body>
<header><h1>${title}</h1><p class="meta">${t('name')} · ${ticket.helpdesk} · ${ticket.host}</p></header>
<div class="banner" id="verified"><p><strong>${t('page_not_verified')}</strong></p></div><p class="meta">${t('page_whose_key')}</p>
${facts([
  [t('page_facts_status'), record ? t(`status_${record.page.status}`) : '–'],
  [t('page_facts_judged'), record ? second(record.at) : '–'],
  [t('page_facts_engine'), record?.engine ?? '–'],
  [t('page_facts_policy'), policy ? `${policy.content.id} ${policy.content.version}` : '–'],
  [t('page_facts_exported'), second(end.at)],
  [t('page_facts_events'), String(end.count)],
  [t('page_facts_redacted'), String(end.redacted)],
  [t('page_facts_head'), html`<code>${end.head}</code>`],
  [t('page_facts_key'), html`<code>${keys.join(', ')}</code>`],
])}
${end.redacted > 0 && html`<p class="meta">${t('page_reading_hint')}</p>`}
${section(t('page_findings'), record ? html`<p>${summary(record, words)}</p>${findingsOf(record, decisions, words)}` : html`<p>${t('page_no_record')}</p>`)}
${record && section(t('page_coverage'), coverageOf(record, words))}
${record && section(t('page_thread'), threadOf(record, words))}
${record && section(t('page_calls'), callsOf(record, words))}
${policy && section(t('page_policy'), policyOf(policy.content, words))}
${section(t('page_events'), eventsOf(rows, words))}
${section(t('page_proof'), html`<ul>${file.proven.map((line) => html`<li>${line}</li>`)}</ul>`)}
${section(t('page_not_proof'), html`<ul>${file.notProven.map((line) => html`<li>${line}</li>`)}</ul>`)}
<script type="application/json" id="words">${inScript(spoken)}</script>
${new Markup(CARRIED.open)}${inScript(JSON.parse(canonical(file)) as Json)}${new Markup(CARRIED.close)}
<script>${new Markup(script)}</script>
</body></html>
`;
  return page.html;
}
