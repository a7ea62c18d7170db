import { browser } from './browser.ts';

const EXPIRY_ALARM = 'override-expiry';
const RELEASE_ALARM = 'release-preflights';
/** Half a minute: Chrome allows no shorter period. */
const RELEASE_PERIOD = { periodInMinutes: 0.5 };

/** Calls back for each alarm. Call it synchronously when the worker starts, because the alarm may have started the worker. */
export function onAlarm(listener: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === EXPIRY_ALARM) currentExpiry = null;
    listener();
  });
}

/** The time that the expiry alarm was last set to; undefined until this worker sets it. */
let currentExpiry: number | null | undefined;

/** Sets the expiry alarm. @param time ms since the epoch; null clears the alarm */
export async function setAlarm(time: number | null): Promise<void> {
  if (time === currentExpiry) return;
  currentExpiry = undefined;
  if (time === null) await browser.alarms.clear(EXPIRY_ALARM);
  else await browser.alarms.create(EXPIRY_ALARM, { when: time });
  currentExpiry = time;
}

/** True if the release alarm is set; undefined until this worker has asked. */
let isReleaseAlarmSet: boolean | undefined;

/**
 * Sets or clears an alarm that starts the worker every half minute. It is needed while preflights are answered: if the
 * worker is stopped while a request is paused, the request hangs until the worker starts again.
 */
export async function setReleaseAlarm(on: boolean): Promise<void> {
  if (on === isReleaseAlarmSet) return;
  isReleaseAlarmSet = undefined;
  const { alarms } = browser;
  // An alarm that is set again starts its period again, so it is left alone.
  const isSet = (await alarms.get(RELEASE_ALARM)) !== undefined;
  if (on && !isSet) await alarms.create(RELEASE_ALARM, RELEASE_PERIOD);
  if (!on && isSet) await alarms.clear(RELEASE_ALARM);
  isReleaseAlarmSet = on;
}
