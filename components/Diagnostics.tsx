/** The diagnostics, shown before they are copied: nothing leaves without having been seen. */
import { CopyButton } from './CopyButton.tsx';
import { diagnostics } from './diagnostics.ts';
import { Fold } from './Fold.tsx';
import type { PanelActions, PanelView, Reviewing } from './view.ts';
import { useWords } from './words.ts';

export interface DiagnosticsProps {
  view: PanelView;
  reviewing: Reviewing;
  onCopy: PanelActions['copy'];
}

export function Diagnostics({ view, reviewing, onCopy }: DiagnosticsProps) {
  const { t } = useWords();
  return (
    <Fold title={t('diagnostics_title')} note={t('diagnostics_note')}>
      {() => {
        const text = diagnostics(view, reviewing, reviewing.about);
        return (
          <>
            <p class="meta">{t('diagnostics_hint')}</p>
            <div class="buttons">
              <CopyButton label={t('diagnostics_copy')} text={() => text} onCopy={onCopy} />
            </div>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <pre class="diagnostics" tabIndex={0}>
              {text}
            </pre>
          </>
        );
      }}
    </Fold>
  );
}
