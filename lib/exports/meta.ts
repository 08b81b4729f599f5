/** What is known of the formats without their code. Their words stand in the locale, as `export_<id>` and `export_<id>_hint`. */
export const exportMetas = [{ id: 'html' }, { id: 'json' }, { id: 'csv' }, { id: 'in-toto' }] as const;

export type ExportId = (typeof exportMetas)[number]['id'];
