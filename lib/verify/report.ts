/** What verification finds of one file. */
import type { Broken } from '../trail/index.ts';
import type { Whole } from '../trail/verify.ts';

/** What does not hold of files that carry a trail, or speak of one. */
export type FileTrouble = {
  part: 'file';
  why:
    | 'unknown-file' // none that Deskcheck writes
    | 'no-trail' // a page without one
    | 'other-page' // a page whose words are not those of the trail in it
    | 'other-script' // a page with another script than ours
    | 'statement' // no in-toto statement of ours
    | 'statement-signature'
    | 'no-zip'
    | 'no-manifest'
    | 'manifest-signature'
    | 'not-in-manifest'
    | 'not-in-zip'
    | 'other-bytes'; // a file that is not what the manifest says
  values: string[];
};

export type Report = { name: string; kind: 'trail' | 'page' | 'statement' | 'bundle' | 'listed' | 'unknown' } & (
  | { broken: Broken | FileTrouble }
  | {
      broken: null;
      /** Fingerprints of all keys that signed it. */
      keys: string[];
      /** Of a trail, and of a page. */
      whole?: Whole;
      /** Of a bundle. */
      files?: Report[];
    }
);

export const trouble = (why: FileTrouble['why'], ...values: string[]): { broken: FileTrouble } => ({ broken: { part: 'file', why, values } });

/** Whether it holds, and all that is in it. */
export const holds = (report: Report): boolean => report.broken === null && (report.files ?? []).every(holds);
