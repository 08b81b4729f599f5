/** A part of the panel that opens when it is wanted; what is in it stands beside its title. */
import type { ComponentChildren } from 'preact';

export function Fold({ title, note, children }: { title: string; note: string; children: ComponentChildren }) {
  return (
    <details class="fold">
      <summary>
        <h2>{title}</h2> <span class="meta">{note}</span>
      </summary>
      <div class="folded">{children}</div>
    </details>
  );
}
