import type { ChannelEvent, FirefoxEvent, LoggedEvent } from './firefox-observer.ts';
import type { Truth } from './truth.ts';

/** `nsILoadInfo.requestBlockingReason` of the channel on which Firefox says so. */
const REASONS: Readonly<Record<string, number>> = {
  CORSDidNotSucceed2: 1002,
  CORSMultipleAllowOriginNotAllowed: 1004,
  CORSMissingAllowOrigin2: 1005,
  CORSNotSupportingCredentials: 1006,
  CORSAllowOriginNotMatchingOrigin: 1007,
  CORSMissingAllowCredentials: 1008,
  CORSExternalRedirectNotAllowed: 1010,
  CORSPreflightDidNotSucceed3: 1011,
  CORSInvalidAllowMethod: 1012,
  CORSMethodNotFound: 1013,
  CORSInvalidAllowHeader: 1014,
  CORSMissingAllowHeaderFromPreflight2: 1015,
};

/** What Firefox also says of the call that a failed preflight keeps back, and all that it says of some redirects. */
const DID_NOT_SUCCEED = 'CORSDidNotSucceed2';

/**
 * What Firefox says of a request: the first of its lines in the console, and the reasons of both channels.
 * @param events of this request, in their order
 * @throws if lines and reason don't agree
 */
export function truthOf(ok: boolean, events: readonly FirefoxEvent[]): Truth {
  const lines = linesOf(events);
  const first = lines.find(({ category }) => category !== DID_NOT_SUCCEED) ?? lines[0] ?? null;
  const refused = refusedChannel(events);
  const reasons = lines.map(({ category }) => REASONS[category]);
  // A refused redirect is refused once more as what did not succeed: a channel keeps the last of its reasons.
  const areAgreed = refused === null ? isUntold(first) : reasons.includes(refused.blockingReason);
  if (!areAgreed || (ok && first !== null))
    throw new Error(`Firefox's lines and reasons don't agree: ${JSON.stringify({ ok, events })}`);
  return {
    ok,
    corsError: first?.category ?? null,
    failedParameter: first === null ? '' : parameterOf(first.message),
    errorText: stoppedWith(events),
    refusedStage: refused === null ? null : refused.isPreflight ? 'preflight' : 'response',
  };
}

function stoppedWith(events: readonly FirefoxEvent[]): string | null {
  const stopped = events.filter((event) => event.type !== 'logged').filter(({ type }) => type === 'stopped');
  return stopped.findLast(({ error }) => error !== null)?.error ?? null;
}

/** Firefox names no reason for a redirect that leads nowhere. */
function isUntold(line: LoggedEvent | null): boolean {
  return line === null || line.category === DID_NOT_SUCCEED;
}

/** Whether all has been said that is to be said, as far as this can be told. */
export function isSettled(ok: boolean, events: readonly FirefoxEvent[]): boolean {
  return ok
    ? events.some(({ type }) => type === 'stopped')
    : refusedChannel(events) !== null && linesOf(events).length > 0;
}

function linesOf(events: readonly FirefoxEvent[]): readonly LoggedEvent[] {
  return events.filter((event) => event.type === 'logged').filter(({ isWarning }) => !isWarning);
}

/** The channel whose answer was refused. Where that is the preflight's, the call's own has a reason, too. */
function refusedChannel(events: readonly FirefoxEvent[]): ChannelEvent | null {
  const blocked = events
    .filter((event) => event.type !== 'logged')
    .filter(({ type, blockingReason }) => type === 'stopped' && blockingReason > 0);
  return blocked.find(({ isPreflight }) => isPreflight) ?? blocked[0] ?? null;
}

/** The value, token or name in the line; empty where there is none. */
function parameterOf(message: string): string {
  const [reason = ''] = /\(Reason: .*/s.exec(message) ?? [];
  const [, parameter = ''] =
    /does not match ‘(.*)’\)/s.exec(reason) ??
    /invalid token ‘(.*)’ in CORS header/s.exec(reason) ??
    /header ‘(.*)’ is not allowed according to/s.exec(reason) ??
    [];
  return parameter;
}
