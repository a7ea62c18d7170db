import { signal } from '@preact/signals';
import { textLanguage } from '../../browser/i18n.ts';

/** Milliseconds since the epoch, moving on every few seconds: for what is counted in minutes. */
export const now = signal(Date.now());

const STEP = 5_000;

setInterval(() => {
  now.value = Date.now();
}, STEP);

const withSeconds = new Intl.DateTimeFormat(textLanguage(), { timeStyle: 'medium', hourCycle: 'h23' });
const withoutSeconds = new Intl.DateTimeFormat(textLanguage(), { timeStyle: 'short', hourCycle: 'h23' });

/** Such as 12:04:31. */
export function secondOfDay(time: number): string {
  return withSeconds.format(time);
}

/** Such as 12:04. */
export function minuteOfDay(time: number): string {
  return withoutSeconds.format(time);
}
