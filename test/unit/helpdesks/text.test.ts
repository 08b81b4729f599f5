import fc from 'fast-check';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { findQuote, leaveOut, readText } from '../../../lib/helpdesks/text.ts';

function element(html: string): Element {
  const window = new Window();
  window.document.write(
    `<style>.away { display: none } .unseen { visibility: hidden } .kept { white-space: pre-wrap }</style><div id="it">${html}</div>`,
  );
  return window.document.querySelector('#it') as unknown as Element;
}

const texts: [what: string, html: string, text: string][] = [
  ['runs of white space are one space', '  I \n  refunded\t$48  ', 'I refunded $48'],
  ['inline elements part no words', 'I re<b>fund</b>ed <i>$48</i>.', 'I refunded $48.'],
  ['paragraphs are parted by an empty line', '<p>One.</p> <p>Two.</p>', 'One.\n\nTwo.'],
  ['blocks and items stand on lines of their own', '<div>One</div><ul><li>two</li><li>three</li></ul>', 'One\ntwo\nthree'],
  ['a line break breaks the line', 'One<br>two<br><br>three', 'One\ntwo\n\nthree'],
  ['a line break at the end of a block adds nothing', '<div>One<br></div><div>two</div>', 'One\ntwo'],
  ['a table is read row by row', '<table><tr><td>Amount</td><td>$48</td></tr><tr><td>Card</td><td>4242</td></tr></table>', 'Amount $48\nCard 4242'],
  ['preformatted text keeps its lines', '<pre>one\ntwo</pre>', 'one\ntwo'],
  ['hidden elements are not read', 'One<span class="away"> two</span><span hidden> three</span><span class="unseen"> four</span> five', 'One five'],
  ['scripts, styles and inputs are not read', 'One<script>two</script><style>i{}</style><textarea>three</textarea>', 'One'],
  ['a folded part shows only its summary', '<details><summary>Mail</summary>Folded</details>', 'Mail'],
  ['an unfolded part is read', '<details open><summary>Mail</summary><p>Unfolded</p></details>', 'Mail\n\nUnfolded'],
  ['invisible characters hide no amount', '$4&shy;8&#8203;.00', '$48.00'],
  ['marks of direction hide no amount, and direct nothing else', 'refunded &#x202e;$4&#x2066;8&#x202c;&#x200e;.00', 'refunded $48.00'],
  ['a sign that is joined of several stays one', '&#x1f469;&#x200d;&#x1f4bb;', '\u{1f469}\u200d\u{1f4bb}'],
  ['a hard space is a space', 'USD&nbsp;48', 'USD 48'],
  ['markup written as text stays text', '&lt;b&gt;refunded&lt;/b&gt;', '<b>refunded</b>'],
  ['nothing is nothing', '<p> </p>', ''],
];

const quotes: [html: string, quote: string, occurrence: number, found: string | null][] = [
  ['I refunded $48.', 'refunded $48', 0, 'refunded $48'],
  ['I re<b>fund</b>ed <i>$48</i>.', 'refunded $48', 0, 'refunded $48'],
  ['I refunded\n   $48.', 'refunded $48', 0, 'refunded\n   $48'],
  ['<p>refunded</p><p>$48</p>', 'refunded\n\n$48', 0, 'refunded$48'],
  ['sent, then sent again', 'sent', 1, 'sent'],
  ['$4&shy;8 refunded', '$48', 0, '$4\u00ad8'],
  ['I re&#x200b;funded &#x2066;$4&#x202c;8&#x2069;.', 'refunded $48', 0, 're\u200bfunded \u2066$4\u202c8'],
  ['sent', 'sent', 1, null],
  ['I refunded $49.', 'refunded $48', 0, null],
  ['<span class="away">refunded $48</span>', 'refunded $48', 0, null],
  ['anything', '', 0, null],
];

describe('readText', () => {
  it.each(texts)('%s', (_, html, text) => {
    expect(readText(element(html))).toBe(text);
  });
});

describe('findQuote', () => {
  it.each(quotes)('in %j the quote %j, occurrence %i, stands at %j', (html, quote, occurrence, found) => {
    expect(findQuote(element(html), quote, occurrence)?.toString() ?? null).toBe(found);
  });
  it('the second occurrence is not the first', () => {
    const range = findQuote(element('sent, then sent again'), 'sent', 1);
    expect(range?.startOffset).toBe('sent, then '.length);
  });
  it('every part of a text is found again where it stands', () => {
    const chars = fc.constantFrom('a', 'b', ' ', ' ', '\n', '\u00a0', '\u200b', '\u202e', '$', '4');
    const parts = fc.array(fc.array(chars, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });
    const plain = (text: string) => text.replace(/[\u200b\u202e]/g, '').replace(/\s+/g, ' ');
    const { document } = new Window();
    fc.assert(
      fc.property(parts, fc.boolean(), fc.nat(), fc.nat(), (words, keepsLines, from, length) => {
        const it = document.createElement(keepsLines ? 'pre' : 'div');
        for (const word of words) it.append(document.createElement('b'), word.join(''));
        document.body.replaceChildren(it);
        const text = readText(it as unknown as Element);
        const quote = text.slice(from % (text.length + 1)).slice(0, 1 + (length % 9));
        if (quote.trim() !== quote || quote === '') return;
        expect(plain(findQuote(it as unknown as Element, quote, 0)?.toString() ?? '')).toBe(plain(quote));
      }),
    );
  });
});

describe('leaveOut', () => {
  it('what is left out is neither read nor found, shown or not, and parts the lines around it', () => {
    const body = element('I refunded $48.<div class="quoted">You refunded $49.</div>Today.<div class="quoted away">Gone.</div>Bye.');
    leaveOut(body, '.quoted');
    expect(readText(body)).toBe('I refunded $48.\nToday.\nBye.');
    expect(findQuote(body, 'refunded $49', 0)).toBeNull();
    expect(findQuote(body, 'Today', 0)?.toString()).toBe('Today');
  });
  it('holds for that element only', () => {
    const body = element('One<b>two</b>');
    leaveOut(body, 'b');
    expect(readText(element('One<b>two</b>'))).toBe('Onetwo');
  });
});
