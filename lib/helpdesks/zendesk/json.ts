/** Answers of the API, taken apart without trusting their shape. */
export type Fields = Record<string, unknown>;

export const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
export const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fields) : []);
/** A text or number as text; '' for anything else. */
export const string = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
