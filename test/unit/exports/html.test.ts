import { beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../../lib/exports/html.ts';
import { redact } from '../../../lib/redaction/index.ts';
import { verifyExport } from '../../../lib/verify/index.ts';
import { type Kept, trailFor } from '../trail/a-trail.ts';
import { meansWith } from './means.ts';

let kept: Kept;
let page: string;
let means: Awaited<ReturnType<typeof meansWith>>;
beforeAll(async () => {
  kept = await trailFor('awaiting approval');
  means = await meansWith(kept.signer);
  page = await html.render(kept.trail, means);
});

const verify = (text: string, expected: string[] = []) => verifyExport('page.html', new TextEncoder().encode(text), expected, means);
/** As a reader sees it, roughly. */
const shown = (text: string) =>
  text
    .replace(/<script[\s\S]*/, '')
    .replaceAll(/<style>[\s\S]*?<\/style>|<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the page of a trail', () => {
  it('shows what was claimed beside what was recorded, each marked as what it is, and who decided', () => {
    const text = shown(page);
    for (const words of [
      'asserted Claimed “refunded $45 for invoice INV-21440”',
      'recorded Recorded status: pending_approval issue_refund Answered',
      'decided Confirmed by Sam Reviewer',
      'asserted Yusuf Demir customer',
      'the page says: by Sam (agent)',
      'What it does not prove',
    ])
      expect(text).toContain(words);
  });

  it('asks nothing of any network, and runs no script but its own', () => {
    expect(page).toMatch(/Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[A-Za-z0-9+/]{43}='"/);
    expect(page.replace(/<script type="application\/json"[\s\S]*?<\/script>/g, '')).not.toMatch(/\b(?:src|href)\s*=|url\(|@import/);
  });

  it('verifies, and is made again to the byte', async () => {
    expect(await verify(page, [kept.signer.key.id])).toMatchObject({ kind: 'page', broken: null, keys: [kept.signer.key.id] });
  });

  it('marks what stands for a text that was taken out', async () => {
    const redacted = await html.render(redact(kept.trail, []).trail, means);
    expect(redacted).toContain('<span class="reading">[email]</span>');
    expect(redacted).not.toContain('yusuf.demir');
    expect(await verify(redacted)).toMatchObject({ broken: null });
  });

  const tamperings: [string, (page: string) => string, string][] = [
    ['a word of the visible page', (text) => text.replace('Only pending', 'All well'), 'other-page'],
    ['a verdict hidden by a style', (text) => text.replace('</style>', '.red{display:none}</style>'), 'other-page'],
    [
      'a letter of the trail in it',
      (text) => text.replace('INV-21440","', 'INV-21441","').replace(/"payload":"(.)/, (_, first) => `"payload":"${first === 'e' ? 'f' : 'e'}`),
      'not-json',
    ],
    ['the trail taken out', (text) => text.replace('id="trail"', 'id="other"'), 'no-trail'],
    [
      'a script that always says that it holds',
      (text) => text.replace(/<script>[\s\S]*<\/script>/, "<script>document.getElementById('verified').textContent='Verified'</script>"),
      'other-script',
    ],
    ['a second script behind the first', (text) => text.replace('</body>', '<script>alert(1)</script></body>'), 'other-script'],
    ['something behind its end', (text) => `${text}<p>more</p>`, 'other-page'],
  ];
  it.each(tamperings)('does not hold after %s', async (_, change, why) => {
    const changed = change(page);
    expect(changed).not.toBe(page);
    const { broken } = await verify(changed);
    expect(broken).not.toBeNull();
    if (why !== 'not-json') expect(broken).toMatchObject({ why });
  });

  it('writes whatever stands in a ticket as text', async () => {
    const { trail, signer } = await trailFor('hostile');
    const text = await html.render(trail, await meansWith(signer));
    expect(text.match(/<script/g)).toHaveLength(3);
    expect(await verify(text)).toMatchObject({ broken: null });
  });
});
