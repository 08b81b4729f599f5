import { describe, expect, it } from 'vitest';
import { redact } from '../../../lib/redaction/index.ts';
import { newSalt } from '../../../lib/seal.ts';
import { fileOf, lastRecord, openEvent, printFile, sealContent, verifyFile } from '../../../lib/trail/index.ts';
import { later, trailFor } from '../trail/a-trail.ts';

describe('a redacted trail', () => {
  it('holds no requester, and verifies against the same head', async () => {
    const { trail, signer, record } = await trailFor('awaiting approval');
    const customer = record.page.messages.find((message) => message.author.kind === 'customer')!.author.name;
    const { trail: redacted, taken } = redact(trail, []);
    const text = printFile(await fileOf(redacted, later(7), signer));
    expect(text).not.toMatch(/yusuf\.demir@customer\.example/i);
    for (const part of customer.split(' ')) expect(text).not.toContain(part);
    expect(taken.map((one) => one.kind)).toEqual(expect.arrayContaining(['email', 'name']));
    const [whole, less] = await Promise.all([verifyFile(printFile(await fileOf(trail, later(7), signer))), verifyFile(text)]);
    if ('broken' in whole || 'broken' in less) throw new Error(JSON.stringify([whole, less]));
    expect(less.whole.end.head).toBe(whole.whole.end.head);
    expect(less.whole.end.redacted).toBeGreaterThan(0);
    expect(whole.whole.end.redacted).toBe(0);
  });

  it('reads on, with a word for what was taken out, and keeps what was judged', async () => {
    const { trail, record } = await trailFor('awaiting approval');
    const { trail: redacted } = redact(trail, []);
    const judged = lastRecord(redacted)!;
    expect(judged.page.messages.map((message) => message.text).join('\n')).toContain('[email]');
    const verdicts = ({ findings }: typeof judged) =>
      findings.map((one) => (one.about === 'claim' ? `${one.id} ${one.verdict} ${one.reason}` : `${one.id} ${one.class}`));
    expect(verdicts(judged)).toEqual(verdicts(record));
    expect(redacted.events.map((event) => openEvent(event)?.body.kind)).toEqual(trail.events.map((event) => openEvent(event)?.body.kind));
  });

  it('takes out a whole address that stands on several lines, and keys that are personal themselves', async () => {
    const { trail } = await trailFor('story');
    const content = sealContent(
      'call',
      { id: 'c', arguments: { to: 'Ship it to\n12 Mill Lane\nBath BA1 1AA\nThanks.', 'kim@x.example': { shipping_address: 'anywhere' } } },
      newSalt(),
    );
    const { trail: redacted, taken } = redact({ ...trail, contents: { one: content } }, []);
    const text = JSON.stringify(redacted.contents);
    for (const word of ['Mill', 'BA1', 'kim', 'anywhere']) expect(text).not.toContain(word);
    expect(text).toContain('Ship it to');
    expect(text).toContain('Thanks.');
    expect(taken.find((one) => one.kind === 'address')?.text).toBe('12 Mill Lane\nBath BA1 1AA');
  });

  it('takes out what a team looks for', async () => {
    const { trail } = await trailFor('story');
    const { taken } = redact(trail, ['\\bINV-\\d+\\b', '\\$\\d+']);
    expect(taken.some((one) => one.kind === 'pattern' && one.text.startsWith('$'))).toBe(true);
  });
});
