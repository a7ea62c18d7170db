import { browser } from './browser.ts';

const NAME = 'override-expiry';

/** To be called synchronously when the worker starts: an alarm may be what started it. */
export function onAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== NAME) return;
    present = null;
    listener();
  });
}

/** What the alarm was last set to; undefined while this worker has not set it. */
let present: number | null | undefined;

/** Sets the one alarm to `time` (ms since the epoch), or takes it away. */
export async function setAlarm(time: number | null): Promise<void> {
  if (time === present) return;
  present = undefined;
  if (time === null) await browser.alarms.clear(NAME);
  else await browser.alarms.create(NAME, { when: time });
  present = time;
}
