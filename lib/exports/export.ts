/** SHOW: one module a format. Renders one trail, whole; pure. */
import type { Trail } from '../model.ts';

export interface Export {
  /** = file name = key in `panel.export`. */
  id: string;
  /** Media type of the file. */
  type: string;
  extension: string;
  render(trail: Trail): string;
}
