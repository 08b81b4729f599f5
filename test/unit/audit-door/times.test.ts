import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utc } from '../../../bin/audit/time.ts';

test.each([
  ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00.000Z'],
  ['2026-03-02T09:00Z', '2026-03-02T09:00:00.000Z'],
  ['2026-03-02 11:00:00.5+02:00', '2026-03-02T09:00:00.500Z'],
  ['2026-03-01t23:30:00.123456789-0930', '2026-03-02T09:00:00.123Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
])('%s is %s', (text, iso) => {
  expect(utc(text)).toBe(iso);
});

test.each([
  ['without a zone', '2026-03-02T09:00:00'],
  ['a date alone', '2026-03-02'],
  ['a day that is none', '2026-02-30T09:00:00Z'],
  ['a month that is none', '2026-13-01T09:00:00Z'],
  ['an hour that is none', '2026-03-02T24:00:00Z'],
  ['what some exports write for none', '0001-01-01T00:00:00Z'],
  ['before 1970 by its zone', '1970-01-01T00:00:00+01:00'],
  ['in other words', 'Mon, 02 Mar 2026 09:00:00 GMT'],
  ['a number', '1772442000'],
  ['nothing', ''],
])('a time %s is none', (_, text) => {
  expect(utc(text)).toBeNull();
});

test('every instant that is written in UTC comes back as it was', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }), (date) => {
      expect(utc(date.toISOString())).toBe(date.toISOString());
    }),
  );
});
