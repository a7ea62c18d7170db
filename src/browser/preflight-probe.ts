import type { HeaderList, Preflight } from '../cors/index.ts';
import { originOf } from '../cors/index.ts';
import type { ObservedEvent, ObservedStep } from '../observe/index.ts';
import { removeProbeRule, setProbeRule } from './session-rules.ts';

/** The probe fails if the server doesn't answer within this time. */
const PROBE_TIMEOUT_MS = 10_000;
/** webRequest may report the answer this much later than fetch. */
const WEBREQUEST_DELAY_MS = 500;

type Ending = Pick<Preflight, 'response' | 'error'>;

/** Gets the events of the probe that is pending; null if none is. */
let probeListener: ((event: ObservedEvent) => void) | null = null;

/** Handles what webRequest reports of the extension's own requests. */
export function observeOwnRequest(event: ObservedEvent): void {
  probeListener?.(event);
}

/**
 * Repeats a page's preflight from the extension: the same URL and headers, without credentials, without following
 * redirects. Reads the answer from webRequest, because fetch hides a redirect's status and Location. Callers must send one
 * probe at a time, and only to granted hosts: for other hosts Chrome would send a preflight of its own first.
 */
export async function sendPreflight(url: string, asked: HeaderList): Promise<Preflight> {
  const requestHeaders = asked.filter(([name]) => isRepeated(name));
  const stop = new AbortController();
  try {
    await setProbeRule(originOf(url), requestHeaders);
    const ending = new Promise<Ending>((resolve) => {
      let requestId: string | null = null;
      probeListener = ({ source, step }) => {
        // webRequest may still report the end of the probe before this one.
        if (step.phase === 'before-request') requestId ??= source.requestId;
        const ending = source.requestId === requestId ? endingOf(step) : null;
        if (ending !== null) resolve(ending);
      };
      setTimeout(() => resolve(TIMED_OUT), PROBE_TIMEOUT_MS);
      fetch(url, {
        method: 'OPTIONS',
        credentials: 'omit',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        signal: stop.signal,
      })
        // webRequest reports answers and errors. If it reports nothing, the probe has failed as well.
        .catch(() => {})
        .then(() => setTimeout(() => resolve(FAILED), WEBREQUEST_DELAY_MS));
    });
    return { requestHeaders, ...(await ending) };
  } finally {
    probeListener = null;
    stop.abort();
    await removeProbeRule();
  }
}

const TIMED_OUT: Ending = { response: null, error: 'net::ERR_TIMED_OUT' };
const FAILED: Ending = { response: null, error: 'net::ERR_FAILED' };

function endingOf(step: ObservedStep): Ending | null {
  if (step.phase === 'headers-received') return { response: step.response, error: null };
  return step.phase === 'error' ? { response: null, error: step.error } : null;
}

const REPEATED_HEADERS =
  /^(?:origin|referer|user-agent|accept|accept-language|access-control-request-.+|sec-fetch-.+)$/i;

/** True for headers that a server may base its answer on. The others belong to the connection. */
function isRepeated(name: string): boolean {
  return REPEATED_HEADERS.test(name);
}
