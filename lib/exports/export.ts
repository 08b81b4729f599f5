/** SHOW: one module a format. Renders one trail, whole, with what stands for the texts that were taken out of it; pure but for signatures. */
import type { Iso, Trail } from '../model.ts';
import type { Signer } from '../seal.ts';
import type { Words } from '../words/words.ts';

/** What an export is made with. */
export interface Means {
  /** When. */
  at: Iso;
  /** Signs what the format wants signed: the installation's own key. */
  signer: Signer;
  /** Of files: the same everywhere. */
  words: Words;
  /** Verifies the trail in a page. */
  pageScript: string;
}

export interface Export {
  /** = file name = key in `panel.export`. */
  id: string;
  /** Media type of the file. */
  type: string;
  extension: string;
  render(trail: Trail, means: Means): Promise<string>;
}
