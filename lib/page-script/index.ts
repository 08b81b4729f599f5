/** The one script of an exported page: verifies the trail that the page carries, in the browser that shows it, and says so. Bundled into one text. */
import { type Broken, verifyFile } from '../trail/verify.ts';

const textAt = (id: string): string => document.getElementById(id)?.textContent ?? '';

const nameOf = (broken: Broken): string =>
  'seq' in broken ? `${broken.part} ${broken.seq}` : 'digest' in broken ? `${broken.part} ${broken.digest}` : broken.part;

const words = JSON.parse(textAt('words')) as { holds: string; broken: string };

function say(outcome: 'holds' | 'broken', sentence: string): void {
  const banner = document.getElementById('verified');
  if (!banner) return;
  banner.className = `banner ${outcome}`;
  const line = document.createElement('strong');
  line.textContent = sentence;
  banner.replaceChildren(line);
}

verifyFile(textAt('trail')).then(
  (verified) => {
    if ('whole' in verified) say('holds', words.holds);
    else
      say(
        'broken',
        words.broken
          .replace('{what}', () => nameOf(verified.broken))
          .replace('{why}', () => [verified.broken.why, ...verified.broken.values].join(' ')),
      );
  },
  (error: unknown) => say('broken', String(error)),
);
