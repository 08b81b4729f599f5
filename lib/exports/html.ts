/** One self-contained page, to read and to print, that verifies the trail in it. */
import { fileOf, openEnd, trailOfFile } from '../trail/index.ts';
import type { Export } from './export.ts';
import { pageOf } from './page/index.ts';

export const html: Export = {
  id: 'html',
  type: 'text/html',
  extension: 'html',
  async render(trail, { at, signer, words, pageScript }) {
    const file = await fileOf(trail, at, signer);
    return pageOf(file, trail, openEnd(trailOfFile(file).end), words, pageScript);
  },
};
