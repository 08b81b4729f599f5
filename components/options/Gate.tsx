/** What happens when somebody closes a ticket that has undecided red findings, or money in it that cannot be verified. */

import { useId } from 'preact/hooks';
import type { Settings } from '../../lib/settings-schema.ts';
import { Failure } from '../Failure.tsx';
import { useTask } from '../task.ts';
import { useWords } from '../words.ts';
import { FormFoot } from './FormFoot.tsx';
import { NumberField, TextField } from './fields.tsx';
import { useForm } from './form.ts';
import { Section } from './Item.tsx';
import { CURRENCIES } from './Limits.tsx';
import type { Setup } from './setup.ts';

const MODES = ['hold', 'watch', 'off'] as const;

export function Gate({ setup }: { setup: Setup }) {
  const { t } = useWords();
  const id = useId();
  const task = useTask();
  const choose = (gate: Settings['gate']) => task.run(async () => void (await setup.save((now) => ({ ...now, gate }))));
  return (
    <Section id="gate" title={t('gate_title')} intro={t('gate_intro')}>
      <fieldset class="choices" aria-labelledby="gate-title">
        {MODES.map((mode) => (
          <label key={mode}>
            <input
              type="radio"
              name={id}
              value={mode}
              checked={setup.settings.gate === mode}
              disabled={task.busy}
              onChange={() => void choose(mode)}
            />
            <span>
              <strong>{t(`gate_${mode}`)}</strong> <span class="meta">{t(`gate_${mode}_hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Failure of={task} />
      <HeldMoney setup={setup} />
    </Section>
  );
}

interface Held {
  /** Undefined: never. */
  amount: number | undefined;
  currency: string;
}

function HeldMoney({ setup }: { setup: Setup }) {
  const { t } = useWords();
  const { holdMoneyAbove, policies } = setup.settings;
  const currency = holdMoneyAbove?.currency ?? policies[0]?.limits[0]?.currency ?? 'USD';
  const form = useForm<Held>(setup, {
    name: t('unsaved_gate'),
    stored: { amount: holdMoneyAbove?.amount, currency },
    put(now, change) {
      const { amount, currency: code } = { amount: now.holdMoneyAbove?.amount, currency: now.holdMoneyAbove?.currency ?? currency, ...change };
      return { settings: { ...now, holdMoneyAbove: amount === undefined ? null : { amount, currency: code } }, at: 'holdMoneyAbove' };
    },
  });
  return (
    <form noValidate ref={form.element} onSubmit={form.submit} aria-label={t('money_title')}>
      <h3>{t('money_title')}</h3>
      <p class="meta">{t('money_hint')}</p>
      <div class="pair narrow">
        <NumberField
          form={form}
          path="amount"
          label={t('money_amount')}
          hint={t('money_amount_hint')}
          optional
          value={form.filled.amount}
          onValue={(amount) => form.set({ amount })}
        />
        <TextField
          form={form}
          path="currency"
          label={t('limit_currency')}
          code
          value={form.filled.currency}
          suggestions={CURRENCIES}
          onValue={(text) => form.set({ currency: text.toUpperCase() })}
        />
      </div>
      <FormFoot form={form} save={t('money_save')} />
    </form>
  );
}
