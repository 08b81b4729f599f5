/** A sign for each verdict, drawn and not typed, so that it looks the same in every font. Always beside its word. */
import type { Verdict } from '../lib/model.ts';

export type Sign = Verdict | 'ticket' | 'none';

const PATHS: Record<Sign, string> = {
  supported: 'M2.5 6.5 5 9l4.5-6',
  contradicted: 'M2.5 4.6h7M2.5 7.4h7M8 2 4 10',
  unsupported: 'M3 3l6 6M9 3 3 9',
  unverifiable: 'M4 4.3a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.4M6 9.7v.1',
  ticket: 'M6 2v5M6 9.7v.1',
  none: 'M3 6h6',
};

export function Icon({ sign }: { sign: Sign }) {
  return (
    <svg class="icon" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
      <path d={PATHS[sign]} />
    </svg>
  );
}
