/** Where the agent may hand a ticket over to: names, dates, and whether handoffs from the AI are taken there. */
import type { Destination } from '../../lib/model.ts';
import { useWords } from '../words.ts';
import { type Beside, CheckField, DayField, SelectField, TextField } from './fields.tsx';
import { optional } from './Limits.tsx';
import { Names, Rows } from './Rows.tsx';

const blank: Destination = { name: '', kind: 'queue', acceptsFromAi: true };

interface DestinationsProps {
  form: Beside;
  destinations: readonly Destination[];
  onDestinations(destinations: Destination[]): void;
}

export function Destinations({ form, destinations, onDestinations }: DestinationsProps) {
  const { t } = useWords();
  return (
    <Rows
      label={t('destinations_title')}
      hint={t('destinations_hint')}
      items={destinations}
      blank={blank}
      add={t('destination_add')}
      rowLabel={(number) => t('destination', number)}
      removeLabel={(number) => t('destination_remove', number)}
      onItems={onDestinations}
    >
      {(one, index, set) => {
        const at = (name: keyof Destination) => ({ form, path: `destinations.${index}.${name}` });
        return (
          <>
            <div class="grid">
              <TextField {...at('name')} label={t('destination_name')} value={one.name} onValue={(name) => set({ ...one, name })} />
              <SelectField
                {...at('kind')}
                label={t('destination_kind')}
                value={one.kind}
                choices={[
                  { value: 'person', label: t('kind_person') },
                  { value: 'queue', label: t('kind_queue') },
                  { value: 'team', label: t('kind_team') },
                ]}
                onValue={(kind) => set({ ...one, kind: kind as Destination['kind'] })}
              />
              <DayField
                {...at('validFrom')}
                edge="start"
                label={t('destination_from')}
                value={one.validFrom}
                onValue={(validFrom) => set(optional(one, { validFrom }))}
              />
              <DayField
                {...at('validTo')}
                edge="end"
                label={t('destination_to')}
                value={one.validTo}
                onValue={(validTo) => set(optional(one, { validTo }))}
              />
            </div>
            <CheckField label={t('destination_accepts')} checked={one.acceptsFromAi} onChecked={(acceptsFromAi) => set({ ...one, acceptsFromAi })} />
            <Names
              {...at('aliases')}
              label={t('aliases_title')}
              items={one.aliases ?? []}
              add={t('alias_add')}
              rowLabel={(number) => t('alias', number)}
              removeLabel={(number) => t('alias_remove', number)}
              onItems={(aliases) => set(optional(one, { aliases: aliases.length > 0 ? aliases : undefined }))}
            />
          </>
        );
      }}
    </Rows>
  );
}
