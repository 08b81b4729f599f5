/** The reader's words, handed down to every component. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../lib/words/words.ts';

export { type MessageKey, type Translate, type Words, words } from '../lib/words/words.ts';

export const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const value = useContext(WordsContext);
  if (!value) throw new Error('No words: render this component inside <WordsContext.Provider>.');
  return value;
}
