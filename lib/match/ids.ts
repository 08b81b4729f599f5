/** Ids as they are compared: `INV-20931`, `#W1042`, `ABC4DE`. */
import type { Leaf } from './leaves.ts';

export const plain = (id: string): string => id.toLowerCase().replace(/^#/, '');

/** `INV-20931` -> `inv-99999`: ids of one shape name things of one kind. Letters are kept, since prefixes tell kinds apart. */
export const shape = (id: string): string => plain(id).replace(/\d/g, '9');

/** Booking codes mix letters and digits at will. */
export const isCode = (id: string): boolean => /^[A-Z0-9]{5,8}$/.test(id);

/** What of a value may be an id. */
export const idsIn = (leaf: Leaf): string[] => {
  const text = String(leaf.value);
  return text.length > 2000 ? [] : (text.match(/#?[\w.@+-]+/g) ?? []);
};

export const phonesIn = (leaf: Leaf): string[] => {
  const text = String(leaf.value);
  return text.length < 24 && /^\+?\d[\d ()-]{6,20}$/.test(text) ? [text.replace(/[ ()-]/g, '')] : [];
};
