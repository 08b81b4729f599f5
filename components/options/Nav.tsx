/** The way around the page, and what on it is not saved yet. */
import { useWords } from '../words.ts';

export function Nav({ unsaved }: { unsaved: readonly string[] }) {
  const { t } = useWords();
  const sections = [
    { id: 'helpdesks', title: t('desks_title') },
    { id: 'logs', title: t('logs_title') },
    { id: 'policies', title: t('policies_title') },
    { id: 'tools', title: t('map_title') },
    { id: 'gate', title: t('gate_title') },
    { id: 'you', title: t('reviewer_title') },
    { id: 'trail', title: t('trail_title') },
    { id: 'file', title: t('settings_title') },
  ];
  return (
    <nav aria-label={t('options_sections')}>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
      <div role="status">
        {unsaved.length > 0 && (
          <p class="unsaved-list">
            <strong>{t('unsaved_list')}</strong> {unsaved.join(', ')}
          </p>
        )}
      </div>
    </nav>
  );
}
