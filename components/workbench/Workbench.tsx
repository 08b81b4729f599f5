/** The workbench's two parts: what is verified, and what is taken along. */
import { useWords } from '../words.ts';
import { Selection, type SelectionProps } from './Selection.tsx';
import { Verify, type VerifyProps } from './Verify.tsx';

export function Workbench(props: VerifyProps & SelectionProps) {
  const { t } = useWords();
  return (
    <div class="workbench">
      <header>
        <h1>{t('workbench_title')}</h1>
      </header>
      <main>
        <Verify fingerprint={props.fingerprint} verify={props.verify} />
        <Selection tickets={props.tickets} exportAll={props.exportAll} />
      </main>
    </div>
  );
}
