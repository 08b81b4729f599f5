import { describe, expect, test } from 'vitest';
import type { Prediction } from '../../../bin/rows/predict.ts';
import { asText, figuresOf } from '../../../bin/score/figures.ts';
import type { Label, LabelledRow } from '../../../bin/score/label.ts';
import { labelledRows, score } from '../../../bin/score/score.ts';

/** Three claims of ten characters each, at 0, 12 and 24. */
const TEXT = 'I mended A. I mended B. I mended C.';
const QUOTES = ['I mended A', 'I mended B', 'I mended C'];

const label = (at: number, verdict: string, more: Partial<Label> = {}): Label => ({ quote: QUOTES[at]!, verdict, ...more });
const rowOf = (claims: Label[], more: Partial<LabelledRow> = {}): LabelledRow => ({ label_id: 'R', text: TEXT, claims, ...more });
const predicted = (at: number, verdict: string, reason = '', calls: number[] = []) => ({ start: 12 * at, end: 12 * at + 10, verdict, reason, calls });
const predictionOf = (claims: Prediction['claims'], findings: Prediction['findings'] = []): Prediction => ({ label_id: 'R', claims, findings });

const of = (row: LabelledRow, prediction: Prediction) =>
  Object.fromEntries(figuresOf(score([row], [prediction])).map(({ name, value, hits, of }) => [name, of === undefined ? value : `${hits} of ${of}`]));

describe('the score', () => {
  test('counts what was found and what was told as false', () => {
    const row = rowOf([label(0, 'supported'), label(1, 'unsupported'), label(2, 'contradicted')]);
    expect(of(row, predictionOf([predicted(0, 'supported'), predicted(1, 'contradicted'), predicted(2, 'supported')]))).toMatchObject({
      claimPrecision: '3 of 3',
      claimRecall: '3 of 3',
      claimF1: 1,
      badRecall: '1 of 2',
      exactVerdictAmongFlagged: '0 of 1',
      falseAlarmPerSupportedClaim: '0 of 1',
      falseAlarmPerCleanRow: '0 of 0',
      flagPrecision: '1 of 1',
    });
  });

  test('counts flags on true claims, and where there is no claim, as false alarms', () => {
    const row = rowOf([label(0, 'supported'), label(1, 'unverifiable')]);
    expect(of(row, predictionOf([predicted(0, 'unsupported'), predicted(1, 'contradicted'), predicted(2, 'contradicted')]))).toMatchObject({
      falseAlarmPerSupportedClaim: '1 of 1',
      falseAlarmPerCleanRow: '1 of 1',
      spuriousFlags: 1,
      flagPrecision: '0 of 3',
      claimPrecision: '2 of 3',
      unverifiableRight: '0 of 1',
    });
  });

  test('tells cannot tell from false', () => {
    const row = rowOf([label(0, 'supported'), label(1, 'unverifiable'), label(2, 'unsupported')]);
    expect(of(row, predictionOf([0, 1, 2].map((at) => predicted(at, 'unverifiable'))))).toMatchObject({
      abstainedOnSupported: '1 of 1',
      unverifiableRight: '1 of 1',
      badRecall: '0 of 1',
      flagPrecision: '0 of 0',
    });
  });

  test.each(['optional', 'ambiguous', 'side_effect'] as const)('counts a claim that is %s neither way', (which) => {
    const row = rowOf([label(0, 'supported', { [which]: true })]);
    expect(of(row, predictionOf([predicted(0, 'unsupported')]))).toMatchObject({
      claimPrecision: '0 of 0',
      claimRecall: '0 of 0',
      claimF1: 0,
      spuriousFlags: 0,
      falseAlarmPerCleanRow: '0 of 1',
    });
  });

  test('a row with a false claim is not clean, whether that claim counts or not', () => {
    const row = rowOf([label(0, 'supported'), label(1, 'unsupported', { optional: true })]);
    expect(of(row, predictionOf([predicted(0, 'unsupported')]))).toMatchObject({
      falseAlarmPerCleanRow: '0 of 0',
      falseAlarmPerSupportedClaim: '1 of 1',
    });
  });

  test.each([{ ablated: true }, { mutated: true }])('keeps rows that were altered on purpose apart: %o', (altered) => {
    const row = rowOf([label(0, 'unsupported')], altered);
    expect(of(row, predictionOf([predicted(0, 'unsupported')]))).toMatchObject({ badRecall: '1 of 1', badRecallNatural: '0 of 0' });
  });

  test('takes any labelled reason, and counts claims that were not found against it', () => {
    const row = rowOf([
      label(0, 'contradicted', { reason_class: 'amount_differs', reason_also: ['call_failed'] }),
      label(1, 'unverifiable', { reason_class: 'log_incomplete' }),
      label(2, 'unsupported', { reason_class: 'no_call' }),
    ]);
    expect(of(row, predictionOf([predicted(0, 'contradicted', 'call_failed'), predicted(1, 'unverifiable', 'match_unsure')]))).toMatchObject({
      reasonRight: '1 of 3',
    });
  });

  test('wants a labelled call first, of true claims that were told to be so', () => {
    const row = rowOf([
      label(0, 'supported', { supporting_call_index: 4 }),
      label(1, 'supported', { supporting_call_index: null, call_indices: [1, 2] }),
      label(2, 'supported', { supporting_call_index: 0 }),
    ]);
    const right = predictionOf([
      predicted(0, 'supported', 'ok', [4]),
      predicted(1, 'supported', 'ok', [2, 7]),
      predicted(2, 'unverifiable', '', [0]),
    ]);
    const wrong = predictionOf([predicted(0, 'supported', 'ok', []), predicted(1, 'supported', 'ok', [7, 2]), predicted(2, 'supported', 'ok', [0])]);
    expect(of(row, right)).toMatchObject({ evidenceCallRight: '2 of 2' });
    expect(of(row, wrong)).toMatchObject({ evidenceCallRight: '1 of 3' });
  });

  test('finds a finding by class and call, once; without a call by its class', () => {
    const findings = [
      { class: 'duplicate_action', call_index: 1 },
      { class: 'duplicate_action', call_index: 2 },
      { class: 'unauthorized_credit', call_index: null },
    ];
    const row = rowOf([], { ticket_findings: findings });
    const told = [
      { class: 'duplicate_action', call: 2 },
      { class: 'duplicate_action', call: 2 },
      { class: 'unauthorized_credit', call: 5 },
      { class: 'silent_escalation', call: 1 },
    ];
    expect(of(row, predictionOf([], told))).toMatchObject({ ticketFindingRecall: '2 of 3', ticketFindingsSpurious: 2 });
  });

  test('a row without a prediction is one in which nothing was found', () => {
    const tally = score([rowOf([label(0, 'unsupported')])], []);
    expect(tally).toMatchObject({ rows: 1, missing: 1, gold: 1, goldFound: 0, bad: 1, badFlagged: 0 });
  });

  test('is printed with the counts beside the rates', () => {
    const lines = asText(figuresOf(score([rowOf([label(0, 'supported')])], [predictionOf([predicted(0, 'supported')])]))).split('\n');
    expect(lines.find((line) => line.startsWith('claimRecall'))).toMatch(/1\.0000 \(1 of 1\)$/);
    expect(lines.find((line) => line.startsWith('badRecall '))).toMatch(/- \(0 of 0\)$/);
  });
});

describe('what does not fit together', () => {
  const rows = [rowOf([label(0, 'supported')])];

  test.each([
    ['a prediction of no row', [{ ...predictionOf([]), label_id: 'X' }], 'X: predicted, and no labelled row'],
    ['a second prediction', [predictionOf([]), predictionOf([])], 'R: predicted twice'],
    ['a place outside the text', [predictionOf([{ ...predicted(0, 'supported'), end: TEXT.length + 1 }])], 'R: no such place or verdict'],
    ['a verdict that there is not', [predictionOf([predicted(0, 'green')])], 'R: no such place or verdict'],
  ])('is an error that names the row: %s', (_, predictions, words) => {
    expect(() => score(rows, predictions)).toThrow(words);
  });

  test('a quote that is not in its text is an error too', () => {
    expect(() => labelledRows([rowOf([{ quote: 'I mended D', verdict: 'supported' }])])).toThrow('R: the text has no "I mended D"');
    expect(() => labelledRows([{ ticket: '1', messages: [] }])).toThrow('row 1 is no labelled row');
  });
});
