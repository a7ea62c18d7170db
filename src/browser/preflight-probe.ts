import type { HeaderList, Preflight } from '../cors/index.ts';
import { originOf } from '../cors/index.ts';
import type { ObservedEvent, ObservedStep } from '../observe/index.ts';
import { removeProbeRule, setProbeRule } from './session-rules.ts';

/** How long an answer is waited for, in ms. */
const PATIENCE = 10_000;
/** How much later than fetch webRequest may tell what came, in ms. */
const DELAY = 500;

type Ending = Pick<Preflight, 'response' | 'error'>;

/** What hears the probe that is under way. */
let hearProbe: ((event: ObservedEvent) => void) | null = null;

/** Takes in what webRequest sees of the extension's own requests. */
export function hearOwnRequest(event: ObservedEvent): void {
  hearProbe?.(event);
}

/**
 * Sends a preflight of a page's from here: the same URL and headers, no credentials, and no redirect is followed. Its
 * answer is read from webRequest, since fetch shows neither a redirect's status nor its Location. One at a time, and only
 * to hosts that are granted: to others Chrome would send a preflight ahead.
 */
export async function sendPreflight(url: string, asked: HeaderList): Promise<Preflight> {
  const requestHeaders = asked.filter(([name]) => isRepeated(name));
  const stop = new AbortController();
  try {
    await setProbeRule(originOf(url), requestHeaders);
    const ending = new Promise<Ending>((resolve) => {
      let requestId: string | null = null;
      hearProbe = ({ source, step }) => {
        // The end of the probe before this one may still be on its way.
        if (step.phase === 'before-request') requestId ??= source.requestId;
        const ending = source.requestId === requestId ? endingOf(step) : null;
        if (ending !== null) resolve(ending);
      };
      setTimeout(() => resolve(TIMED_OUT), PATIENCE);
      fetch(url, {
        method: 'OPTIONS',
        credentials: 'omit',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
        signal: stop.signal,
      })
        // What came is heard from webRequest, a failure as well; nothing at all is one, too.
        .catch(() => {})
        .then(() => setTimeout(() => resolve(FAILED), DELAY));
    });
    return { requestHeaders, ...(await ending) };
  } finally {
    hearProbe = null;
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

const REPEATED =
  /^(?:origin|referer|user-agent|accept|accept-language|access-control-request-.+|sec-fetch-.+)$/i;

/** Headers that make the preflight what it was; the rest belongs to the connection. */
function isRepeated(name: string): boolean {
  return REPEATED.test(name);
}
