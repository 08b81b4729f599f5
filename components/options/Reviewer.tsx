/** The name that stands beside decisions. */
import { useWords } from '../words.ts';
import { FormFoot } from './FormFoot.tsx';
import { TextField } from './fields.tsx';
import { useForm } from './form.ts';
import { Section } from './Item.tsx';
import type { Setup } from './setup.ts';

export function Reviewer({ setup }: { setup: Setup }) {
  const { t } = useWords();
  const form = useForm<{ reviewer: string }>(setup, {
    name: t('unsaved_reviewer'),
    stored: { reviewer: setup.settings.reviewer },
    put: (now, change) => ({ settings: { ...now, ...change }, at: '' }),
  });
  if (setup.managed) {
    return (
      <Section id="you" title={t('reviewer_title')}>
        <p>
          <strong>{setup.settings.reviewer}</strong>
        </p>
        <p class="meta">{t('reviewer_managed')}</p>
      </Section>
    );
  }
  return (
    <Section id="you" title={t('reviewer_title')}>
      <form noValidate class="narrow" ref={form.element} onSubmit={form.submit} aria-labelledby="you-title">
        <TextField
          form={form}
          path="reviewer"
          label={t('reviewer_label')}
          hint={t('reviewer_hint')}
          value={form.filled.reviewer}
          onValue={(reviewer) => form.set({ reviewer })}
        />
        <FormFoot form={form} save={t('save_name')} />
      </form>
    </Section>
  );
}
