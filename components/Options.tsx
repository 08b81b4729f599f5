/** The options page: settings come and go as one file; access, keys and the reviewer's name are given here. */
import { Access, type AccessProps } from './options/Access.tsx';
import { Gate, type GateProps } from './options/Gate.tsx';
import { InUse, type InUseProps } from './options/InUse.tsx';
import { Keys, type KeysProps } from './options/Keys.tsx';
import { Reviewer, type ReviewerProps } from './options/Reviewer.tsx';
import { SettingsFile, type SettingsFileProps } from './options/SettingsFile.tsx';
import { useWords } from './words.ts';

export interface OptionsProps {
  file: SettingsFileProps;
  inUse: InUseProps;
  access: AccessProps;
  keys: KeysProps;
  reviewer: ReviewerProps;
  gate: GateProps;
}

export function Options({ file, inUse, access, keys, reviewer, gate }: OptionsProps) {
  const { t } = useWords();
  return (
    <main class="options">
      <h1>{t('options_title')}</h1>
      <p class="meta">{t('options_intro')}</p>
      <SettingsFile {...file} />
      <InUse {...inUse} />
      <Access {...access} />
      <Keys {...keys} />
      <Reviewer {...reviewer} />
      <Gate {...gate} />
    </main>
  );
}
