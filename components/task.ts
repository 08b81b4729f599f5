/** A button's work: busy while it runs, and its failure as a sentence instead of nothing. */
import { useState } from 'preact/hooks';
import { useWords } from './words.ts';

export interface Task {
  busy: boolean;
  /** Null unless the last run failed. */
  failure: string | null;
  /** True when the work went through. */
  run(work: () => Promise<void>): Promise<boolean>;
}

export function useTask(): Task {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
      return true;
    } catch (error) {
      setFailure(t('failed', error instanceof Error ? error.message : String(error)));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, run };
}
