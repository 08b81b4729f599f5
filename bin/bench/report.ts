/** Measurements as aligned text, with units, and what was asked for beside them. */
import type { Figure, Measured, Measurement } from './suite.ts';

/** One machine's or browser's measurements, in the order of the list. */
export interface Report {
  where: string;
  /** Milliseconds of the fixed piece of work. */
  calibration: number;
  measured: { measurement: Pick<Measurement, 'group' | 'name'>; result: Measured }[];
}

const written = (value: number, unit: Figure['unit']): string =>
  unit === 'times' ? `${value.toFixed(1)} x ` : `${value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)} ms`;

const met = ({ value, bar, unit }: Figure): boolean => bar === undefined || (unit === 'times' ? value <= bar : value < bar);

function line(figure: Figure, name: string, width: number): string {
  const bar = figure.bar === undefined ? '' : `${figure.unit === 'times' ? '≤' : '<'} ${figure.bar} ${figure.unit === 'times' ? 'x ' : 'ms'}`;
  const verdict = figure.bar === undefined ? '' : met(figure) ? 'met' : 'MISSED';
  const first = figure.first === undefined ? '' : `first ${written(figure.first, figure.unit)}`;
  return `  ${name.padEnd(width)}  ${written(figure.value, figure.unit).padStart(10)}  ${bar.padEnd(8)}  ${verdict.padEnd(6)}  ${first}`.trimEnd();
}

export function asText({ where, calibration, measured }: Report): string {
  const rows = measured.flatMap(({ measurement, result }) =>
    result.figures.map((figure) => ({ group: measurement.group, figure, note: result.note })),
  );
  const width = Math.max(...rows.map(({ figure }) => figure.name.length));
  const lines = [`${where}; calibration ${calibration.toFixed(0)} ms`];
  let group = '';
  let note: string | undefined;
  for (const row of rows) {
    if (row.group !== group) lines.push('', row.group);
    if (row.note !== undefined && row.note !== note) lines.push(`  (${row.note})`);
    ({ group, note } = row);
    lines.push(line(row.figure, row.figure.name, width));
  }
  const missed = rows.filter(({ figure }) => !met(figure)).length;
  const barred = rows.filter(({ figure }) => figure.bar !== undefined).length;
  return [...lines, '', `${barred - missed} of ${barred} bars met`].join('\n');
}

/** Names of what two places judged differently. */
export const differing = (a: Report, b: Report): string[] =>
  a.measured.flatMap(({ measurement, result }, i) => (b.measured[i]?.result.judgement === result.judgement ? [] : [measurement.name]));
