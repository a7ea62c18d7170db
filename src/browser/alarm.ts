import { browser } from './browser.ts';

const EXPIRY = 'override-expiry';
const RELEASE = 'release-preflights';
/** Half a minute, the shortest that Chrome allows. */
const RELEASE_PERIOD = { periodInMinutes: 0.5 };

/** To be called synchronously when the worker starts: an alarm may be what started it. */
export function onAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === EXPIRY) present = null;
    listener();
  });
}

/** What the expiry was last set to; undefined while this worker has not set it. */
let present: number | null | undefined;

/** Sets the alarm for the expiry to `time` (ms since the epoch), or takes it away. */
export async function setAlarm(time: number | null): Promise<void> {
  if (time === present) return;
  present = undefined;
  if (time === null) await browser.alarms.clear(EXPIRY);
  else await browser.alarms.create(EXPIRY, { when: time });
  present = time;
}

/** Whether the other alarm is set; undefined while this worker does not know. */
let releasing: boolean | undefined;

/**
 * Starts the worker again and again while it answers preflights, or no longer: one that was stopped with a request paused
 * would leave it hanging until something else starts it.
 */
export async function setReleaseAlarm(on: boolean): Promise<void> {
  if (on === releasing) return;
  releasing = undefined;
  const { alarms } = browser;
  // Set anew, it would begin to wait anew.
  const isSet = (await alarms.get(RELEASE)) !== undefined;
  if (on && !isSet) await alarms.create(RELEASE, RELEASE_PERIOD);
  if (!on && isSet) await alarms.clear(RELEASE);
  releasing = on;
}
