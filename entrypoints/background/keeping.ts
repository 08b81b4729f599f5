/** Once a day: trails that are older than the team keeps them go. */
import { browser } from '../../lib/browser.ts';
import { loadSettings } from '../../lib/settings.ts';
import { prune } from '../../lib/store/erase.ts';
import type { Writer } from '../../lib/store/write.ts';

export const KEEPING_ALARM = 'keeping';

const DAY_MINUTES = 24 * 60;

/** Some minutes after a start: a machine that is never on for a whole day forgets too. An alarm that is set already stays as it is. */
export async function startKeeping(): Promise<void> {
  if (!(await browser.alarms.get(KEEPING_ALARM))) await browser.alarms.create(KEEPING_ALARM, { delayInMinutes: 5, periodInMinutes: DAY_MINUTES });
}

/** The first instant whose trails are kept. A month that has no such day ends on its last. */
export function keptSince(now: Date, months: number): Date {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const time = now.getTime() - Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return new Date(first.getTime() + (Math.min(now.getUTCDate(), days) - 1) * 86_400_000 + time);
}

/** Never rejects: what could not be erased is tried again the next day. */
export async function keep(writer: Writer): Promise<void> {
  try {
    const { keepMonths } = await loadSettings();
    const now = new Date();
    if (keepMonths !== null) await prune(writer, keptSince(now, keepMonths).toISOString(), now.toISOString());
  } catch (error) {
    console.error('old trails could not be erased', error);
  }
}
