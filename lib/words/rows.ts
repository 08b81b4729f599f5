/** A tool's arguments or result as flat rows: compact to read, nothing left out. Pure. */
import type { Json } from '../model.ts';

export interface Row {
  /** `articles[0].id`; empty where the whole value is no object and no array. */
  path: string;
  value: string;
}

export function rows(value: Json, path = ''): Row[] {
  if (Array.isArray(value)) {
    return value.length === 0 ? [{ path, value: '[]' }] : value.flatMap((item, index) => rows(item, `${path}[${index}]`));
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value);
    return entries.length === 0 ? [{ path, value: '{}' }] : entries.flatMap(([name, item]) => rows(item, path ? `${path}.${name}` : name));
  }
  return [{ path, value: String(value) }];
}
