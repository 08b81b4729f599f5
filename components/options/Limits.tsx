/** How much the agent may give away, action by action. */
import type { Limit } from '../../lib/model.ts';
import { key } from '../../lib/words/labels.ts';
import { type MessageKey, useWords } from '../words.ts';
import { type Beside, NumberField, SelectField, TextField } from './fields.tsx';
import { Rows } from './Rows.tsx';
import type { Setup } from './setup.ts';

/** Suggested only: any three-letter code is one. */
export const CURRENCIES = ['USD', 'EUR', 'GBP', 'CAD', 'AUD', 'CHF', 'SEK', 'JPY', 'INR', 'BRL'];

const blank: Limit = { action: 'refund', maxAmount: Number.NaN, currency: 'USD', per: 'ticket' };

interface LimitsProps {
  setup: Pick<Setup, 'actions' | 'tools'>;
  form: Beside;
  limits: readonly Limit[];
  onLimits(limits: Limit[]): void;
}

export function Limits({ setup, form, limits, onLimits }: LimitsProps) {
  const { t } = useWords();
  // Limits speak of money: an action that moves none is never held to one.
  const money = setup.actions.filter(({ kind }) => kind === 'credit');
  return (
    <Rows
      label={t('limits_title')}
      hint={t('limits_hint')}
      items={limits}
      blank={blank}
      add={t('limit_add')}
      rowLabel={(number) => t('limit', number)}
      removeLabel={(number) => t('limit_remove', number)}
      onItems={onLimits}
    >
      {(limit, index, set) => {
        const at = (name: keyof Limit) => ({ form, path: `limits.${index}.${name}` });
        return (
          <div class="grid">
            <SelectField
              {...at('action')}
              label={t('limit_action')}
              value={limit.action}
              choices={money.map(({ id }) => ({ value: id, label: t(key('action', id) as MessageKey) }))}
              onValue={(action) => set({ ...limit, action })}
            />
            <NumberField
              {...at('maxAmount')}
              label={t('limit_amount')}
              value={limit.maxAmount}
              onValue={(maxAmount = Number.NaN) => set({ ...limit, maxAmount })}
            />
            <TextField
              {...at('currency')}
              label={t('limit_currency')}
              code
              value={limit.currency}
              suggestions={CURRENCIES}
              onValue={(currency) => set({ ...limit, currency: currency.toUpperCase() })}
            />
            <SelectField
              {...at('per')}
              label={t('limit_per')}
              value={limit.per}
              choices={[
                { value: 'call', label: t('per_call') },
                { value: 'ticket', label: t('per_ticket') },
                { value: 'day', label: t('per_day') },
              ]}
              onValue={(per) => set({ ...limit, per: per as Limit['per'] })}
            />
            <NumberField
              {...at('approvalAbove')}
              label={t('limit_approval_above')}
              optional
              value={limit.approvalAbove}
              onValue={(approvalAbove) => set(optional(limit, { approvalAbove }))}
            />
            <TextField
              {...at('approvalTool')}
              label={t('limit_approval_tool')}
              code
              value={limit.approvalTool ?? ''}
              suggestions={setup.tools?.map(({ name }) => name)}
              onValue={(tool) => set(optional(limit, { approvalTool: tool || undefined }))}
            />
          </div>
        );
      }}
    </Rows>
  );
}

/** A field that is left blank is not there at all, as in a settings file. */
export function optional<T extends object>(item: T, change: { [K in keyof T]?: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries({ ...item, ...change }).filter(([, value]) => value !== undefined)) as T;
}
