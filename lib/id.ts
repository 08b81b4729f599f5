/** Short, stable ids: digests of the parts that make a thing what it is. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** 16 hex digits (64 bits). Parts are joined with a unit separator, so that ("a", "bc") and ("ab", "c") differ. */
export const digest = (...parts: readonly (string | number)[]): string => bytesToHex(sha256(utf8ToBytes(parts.join('\u001f')))).slice(0, 16);
