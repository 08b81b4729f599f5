/** The parts of the page: each takes what it shows and gives a piece of HTML. Pure. */
import { colourOf, worse } from '../../colour.ts';
import type { AuditRecord, Claim, Decision, EventCore, Finding, Json, Policy, ToolCall } from '../../model.ts';
import type { EventLine } from '../../words/events.ts';
import { gapLines } from '../../words/gaps.ts';
import { actionName, claimOf, detailLines, explain, key, short, valueLines, whyNot } from '../../words/labels.ts';
import { rows } from '../../words/rows.ts';
import type { MessageKey, Words } from '../../words/words.ts';
import { html, type Markup, type Standing, type Value } from './markup.ts';

export const tag = (standing: Standing, { t }: Words): Markup => html`<span class="tag ${standing}">${t(`standing_${standing}`)}</span>`;

export const facts = (all: readonly (readonly [string, string | Markup])[]): Markup =>
  html`<dl class="facts">${all.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`;

const valueRows = (value: Json): Markup => {
  const all = rows(value);
  if (all.length === 1 && all[0]?.path === '') return html`<pre>${all[0].value}</pre>`;
  return html`<dl class="rows">${all.map((row) => html`<dt>${row.path}</dt><dd>${row.value}</dd>`)}</dl>`;
};

function result({ result: value, cut }: ToolCall, { t }: Words): Markup {
  if (value !== undefined) return valueRows(value);
  if (!cut) return html`<p class="meta">${t('not_captured')}</p>`;
  const kept = html`<dl class="rows">${cut.excerpts.map((one) => html`<dt>${one.path}</dt><dd>${one.value}</dd>`)}</dl>`;
  return html`<p class="meta">${t('page_was_cut', String(cut.length), cut.digest)}</p>${kept}`;
}

function callBody(call: ToolCall, words: Words): Markup {
  const { t, second } = words;
  const head = [t(`call_${call.status}`), call.startedAt ? second(call.startedAt) : t('no_time')].join(' · ');
  return html`<code>${call.name}</code> <span class="meta">${head}</span>${call.error && html`<p>${call.error}</p>`}
<p class="label">${t('call_arguments')}</p>${call.arguments === undefined ? html`<p class="meta">${t('not_captured')}</p>` : valueRows(call.arguments)}
<p class="label">${t('call_result')}</p>${result(call, words)}`;
}

const decisionLines = (decision: Decision, finding: Finding | undefined, words: Words): Markup =>
  html`<p>${tag('decided', words)} ${words.t(key('decided', decision.kind), decision.reviewer, words.minute(decision.at))}${
    decision.why && html` · ${whyNot(decision.why, finding, words)}`
  }${decision.failure && html` · ${words.t(key('failure', decision.failure))}`}${decision.topic && html` · ${decision.topic}`}${decision.reason && html`: ${decision.reason}`}</p>`;

function claimed(finding: Finding, claim: Claim | undefined, record: AuditRecord, words: Words): Markup {
  const { t } = words;
  const message = record.page.messages.find((one) => one.id === claim?.messageId);
  if (!claim || !message) return html`<p>${valueLines(finding, words).join(' ')}</p>`;
  const said = [message.author.name, t(`message_${message.visibility}`), message.at ? words.second(message.at) : t('no_time')].join(' · ');
  return html`<blockquote>“${claim.quote}”</blockquote><p class="meta">${said}</p>${finding.detail.claimed && html`<p><strong>${finding.detail.claimed}</strong></p>`}`;
}

function recorded(finding: Finding, record: AuditRecord, words: Words): Markup {
  const calls = record.evidence.calls.filter((call) => finding.calls.includes(call.id));
  const { recorded: value, error } = finding.detail;
  if (calls.length === 0) return html`<p>${words.t('page_no_call')}</p>`;
  return html`${value && html`<p><strong>${value}</strong></p>`}${error && !calls.some((call) => call.error === error) && html`<p>${error}</p>`}${calls.map((call) => html`<div class="call">${callBody(call, words)}</div>`)}`;
}

function findingOf(finding: Finding, record: AuditRecord, decisions: readonly Decision[], words: Words): Markup {
  const { t } = words;
  const claim = claimOf(finding, record);
  const colour = colourOf(finding);
  const verdict = finding.about === 'claim' ? t(`verdict_${finding.verdict}`) : t('about_ticket');
  const reason = finding.about === 'claim' ? finding.reason : finding.class;
  const own = decisions.filter((decision) => decision.findingId === finding.id);
  return html`<article class="finding ${colour}"><span class="chip">${verdict}</span>${tag('judged', words)} <strong>${short(finding, words)}</strong>
<p>${[explain(reason, finding, words, claim?.status), ...detailLines(finding.detail, words)].join(' ')}</p>
<div class="sides"><div>${tag('asserted', words)} <strong>${t('page_claimed')}</strong>${claimed(finding, claim, record, words)}</div>
<div>${tag('recorded', words)} <strong>${t('page_recorded')}</strong>${recorded(finding, record, words)}</div></div>
${own.length > 0 ? own.map((decision) => decisionLines(decision, finding, words)) : colour !== 'green' && html`<p class="meta">${t('page_no_decision')}</p>`}</article>
`;
}

/** Worst first, as a reviewer sees them; then what the agent took back. */
export function findingsOf(record: AuditRecord, decisions: readonly Decision[], words: Words): Markup {
  const sorted = [...record.findings].sort((a, b) => worse(colourOf(a), colourOf(b)));
  const back = record.claims.filter((claim) => claim.status === 'retracted');
  return html`${sorted.map((finding) => findingOf(finding, record, decisions, words))}${back.map(
    (
      claim,
    ) => html`<article class="finding grey"><span class="chip">${words.t('page_retracted')}</span> ${tag('asserted', words)}<h3>“${claim.quote}”</h3></article>
`,
  )}`;
}

export function coverageOf({ evidence, gaps, page }: AuditRecord, words: Words): Markup {
  const { t, second } = words;
  const { coverage, inventory } = evidence;
  const { found, missing } = page.landmarks;
  const lines = [
    ...(coverage.trouble ? [t(key('trouble', coverage.trouble))] : []),
    ...(coverage.detail ? [t(key('answer', coverage.detail.id), coverage.detail.value ?? '')] : []),
    ...gapLines(gaps, words),
    ...(missing.length > 0 ? [t('landmarks', String(found.length), String(found.length + missing.length), missing.join(', '))] : []),
  ];
  const tools = `${inventory.tools.map((tool) => tool.name).join(', ')} ${t(inventory.complete ? 'page_inventory_complete' : 'page_inventory_partial')}`;
  return html`${facts([
    [t('page_coverage_source'), coverage.source || t('coverage_no_log')],
    [t('page_coverage_window'), `${second(coverage.from)} – ${second(coverage.to)}`],
    [t('page_coverage_asked'), second(coverage.askedAt)],
    [t('page_coverage_complete'), t(coverage.complete ? 'page_yes' : 'page_no')],
    [t('page_inventory'), tools],
  ])}${lines.length > 0 && html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`}`;
}

export const threadOf = ({ page }: AuditRecord, words: Words): Markup =>
  html`${page.messages.map((message) => {
    const { t } = words;
    const who = [
      t(key('page_author', message.author.kind)),
      t(`message_${message.visibility}`),
      message.at ? words.second(message.at) : t('no_time'),
    ];
    return html`<div class="message">${tag('asserted', words)} <strong>${message.author.name}</strong> <span class="meta">${who.join(' · ')}</span><blockquote>${message.text}</blockquote></div>
`;
  })}`;

export const callsOf = ({ evidence }: AuditRecord, words: Words): Markup =>
  evidence.calls.length === 0
    ? html`<p>${words.t('page_no_calls')}</p>`
    : html`${evidence.calls.map(
        (call) => html`<div class="message">${tag('recorded', words)} ${callBody(call, words)}</div>
`,
      )}`;

const table = (heads: readonly string[], all: readonly (readonly Value[])[]): Markup =>
  html`<table><thead><tr>${heads.map((head) => html`<th>${head}</th>`)}</tr></thead><tbody>${all.map(
    (cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table>`;

export function policyOf({ id, version, limits, destinations, tools }: Policy, words: Words): Markup {
  const { t } = words;
  const limited = limits.map(({ action, maxAmount, currency, per, approvalAbove, approvalTool }) => [
    t(`detail_limit_${per}`, actionName(action, words), `${maxAmount} ${currency}`),
    [approvalAbove === undefined ? '' : t('page_approval_above', `${approvalAbove} ${currency}`), approvalTool ?? ''].filter(Boolean).join(', '),
  ]);
  const places = destinations.map(({ name, aliases = [], kind, acceptsFromAi, validFrom, validTo }) => [
    [name, ...aliases].join(', '),
    t(`kind_${kind}`),
    t(acceptsFromAi ? 'page_yes' : 'page_no'),
    validFrom || validTo ? [validFrom, validTo].map((time) => (time ? words.day(time) : '…')).join(' – ') : t('page_always'),
  ]);
  return html`<p>${id} ${version}</p>${
    limited.length > 0 && table([t('page_limit'), t('page_approval')], limited)
  }${places.length > 0 && table([t('page_destination'), t('page_kind'), t('page_takes'), t('page_valid')], places)}${
    tools.length > 0 &&
    table(
      [t('page_tool'), t('page_does')],
      tools.map((one) => [html`<code>${one.tool}</code>`, [t(key('action', one.action) as MessageKey), ...(one.words ?? [])].join(', ')]),
    )
  }`;
}

export interface Row {
  core: EventCore;
  line: EventLine;
  hash: string;
}

export const eventsOf = (all: readonly Row[], { t, second }: Words): Markup =>
  html`<table class="trail"><thead><tr><th>#</th><th>${t('page_events_when')}</th><th>${t('page_events_what')}</th><th>${t('page_events_hash')}</th></tr></thead><tbody>${all.map(
    ({ core, line, hash }) =>
      html`<tr><td>${core.seq}</td><td class="when">${second(core.at)}</td><td><strong>${line.what}</strong> ${line.more}</td><td><code>${hash.slice(0, 12)}…</code></td></tr>
`,
  )}</tbody></table>`;
