/** What hostile messages are made of: pieces of the grammar, of markup, and of what breaks readers of text. */
import fc from 'fast-check';

const CLAIMS = [
  'I have refunded $40 to your card ending 4471',
  'refunded €12,50 and emailed tenant at kim@example.org',
  'Your lesson has been moved to 4 Nov',
  "I've gone ahead and cancelled visit LK-2290",
  'A refund of $15 will be returned to your card',
  "I'll monitor the shipment and notify you",
  'escalated to Night Crew per policy',
  'Locker PIN reset; parcel P-7731 rerouted',
  'Done:',
  'Next steps:',
  'Refund: $186 to your card',
  'The total is $8, which has been charged',
  'Your seat, in the upper deck, has been booked',
  'We did not change the plan',
  'You are being transferred to a colleague',
  'Both passes have now been issued (x2)',
  'whitelisted 203.0.113.9',
  'Please reply YES to proceed',
  'Would you like me to cancel it?',
  'If you return the bike, we will refund it',
];

const MARKS = [
  '.', '!', '?', ',', ';', ':', ' and ', ' but ', ' - ', ' — ', ' → ', ' / ', '(', ')', '[', ']', '"', "'", '“', '”', '‘', '’',
  '**', '*', '_', '~~', '`', '#', '- ', '• ', '1. ', '> ', '✅ ', '|', '<b>', '</b>', '<div class="x">', '<', '>', '<!--', '&amp;',
  '{', '}', '{"message": "', '"}', '\\n', '\\"', '\\', '\n', '\n\n', '\r\n', '\t', ' ', '   ',
]; // biome-ignore format: one a line would be a page

const NUMBERS = [
  '$..', '$', '1e999', '$1e999', '$-0', '$0.00', '$1,2,3.4.5', '€999999999999999999999', '12.34.56', '007', '#', '#W1', '4-4-4', '00-00-0000',
  '2026-99-99', '31 Feb', '99 Mar 0000', '9'.repeat(60), '1,'.repeat(30), 'NaN', 'Infinity', '٣٤', '½', 'x'.repeat(40), 'ed '.repeat(20),
]; // biome-ignore format: one a line would be a page

const ODD = [
  '\ud800', '\udc00', '\ud83d', '😀', '👩‍👩‍👧', '\u200b', '\u200d', '\u202e', '\u2066', '\u2069', '\u00ad', '\ufeff', '\u00a0', '\u2028', '\u2029',
  '\u0000', '\u0007', '\u001f', '\u0085', 'e\u0301', 'İ', 'ı', 'ß', 'ﬁ', 'שלום', 'مرحبا', '退款', 'ＲＥＦＵＮＤＥＤ', '__proto__', 'constructor', 'toString',
]; // biome-ignore format: one a line would be a page

const fragment = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...CLAIMS) },
  { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

/** A message of up to 60 fragments, some of them often. */
export const message = fc
  .array(fc.tuple(fragment, fc.constantFrom('', ' ', ' ', '\n'), fc.constantFrom(1, 1, 1, 1, 2, 30)), { maxLength: 60 })
  .map((parts) => parts.map(([text, between, times]) => (text + between).repeat(times)).join(''));

/** Sentences in which nothing is claimed, and which change nothing of what stands before them. */
export const plainParagraph = fc.constantFrom(
  'The weather has been lovely this week.',
  'Bus lines in the old town run every ten minutes.',
  'Many gardens along the river are open to everyone.',
  'There is a small museum near the harbour.',
);

/** Prose with claims in it: nothing of it opens a wrapping that a later paragraph would close. */
export const prose = fc
  .array(fc.tuple(fc.constantFrom(...CLAIMS.filter((text) => !/YES|Would/.test(text))), fc.constantFrom('. ', '! ', '.\n', '\n- ', '; ', ' and ')), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.flat().join(''));

/** What a reader that looks back, or ahead, stumbles over when it comes again and again. */
export const repeatable = [
  'Refunded $5. ', 'refunded $5, ', 'Refunded $5\n', '$5 ', '$5', 'balance ', 'I have ', 'the total ', 'and ', ' but ', 'if ', 'to ', 'say "yes', 'please confirm ',
  'a. ', 'a: ', 'a@', 'a-', '* ', 'x', '9', '0,', "'", '"', '(', ')', '> ', '<b ', '{"a":', '\\n', '\t', '\n', '\ud800', 'é', 'Aª',
]; // biome-ignore format: one a line would be a page
