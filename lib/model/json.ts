/** Plain values. Times are ISO 8601 in UTC, e.g. `2026-10-01T09:00:00.000Z`. */

export type Iso = string;
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
