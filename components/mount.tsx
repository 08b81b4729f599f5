/** Puts a page's root into its document, with the words of the reader's language around it. */
import { type ComponentChildren, render } from 'preact';
import { type Translate, WordsContext, words } from './words.ts';

export function mount(app: ComponentChildren, translate: Translate): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('This page has no element #root.');
  render(<WordsContext.Provider value={words(translate, translate('language'))}>{app}</WordsContext.Provider>, root);
}
