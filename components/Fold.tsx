/** A part of the panel that opens when it is wanted; what is in it stands beside its title. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface FoldProps {
  title: string;
  note: string;
  /** A function is not called before the fold is opened: hundreds of calls are not drawn for nobody. */
  children: ComponentChildren | (() => ComponentChildren);
}

export function Fold({ title, note, children }: FoldProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details class="fold" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary>
        <h2>{title}</h2> <span class="meta">{note}</span>
      </summary>
      <div class="folded">{typeof children === 'function' ? opened && children() : children}</div>
    </details>
  );
}
