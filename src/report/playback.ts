import { type CauseId, rootCause } from '../causes/index.ts';
import type {
  Diagnosis,
  EarlierLoad,
  Exchange,
  HeaderList,
  OutsideCors,
  SetCookie,
  ViolatedDirective,
} from '../cors/index.ts';
import type { Explanation } from '../explain/index.ts';
import type { ReportedHop, ReportedLocation } from './report-v2.ts';
import { toReportedHops, toReportedLocation, violatedBy, workerSource } from './to-report-v2.ts';

/** What a call is played back from. */
export type Played = Pick<Explanation, 'exchange' | 'diagnosis' | 'cause' | 'answerer' | 'unsentCookies'>;

/**
 * Version 2 of the report, without what its reader works out again from the rest. Each field that is there is as
 * `schemas/report-v2.schema.json` has it.
 */
interface Playback {
  readonly format: 'preflight-inspector/report';
  readonly version: 2;
  readonly exchanges: readonly PlayedExchange[];
}

interface PlayedExchange {
  readonly origin: string;
  readonly resourceType: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly outcome: Diagnosis['outcome'];
  readonly error?: string;
  readonly overridden?: true;
  readonly outside?: OutsideCors['type'];
  readonly workerSource?: string;
  readonly violated?: ViolatedDirective;
  readonly earlierLoad?: EarlierLoad;
  readonly cookiesSet?: readonly SetCookie[];
  /** The sender's root cause, where other calls of the page decided it. */
  readonly cause?: CauseId;
  readonly calledFrom?: ReportedLocation;
  readonly answeredBy?: { readonly stack: string; readonly certainty: 'chosen' };
  readonly hops: readonly PlayedHop[];
}

type PlayedHop = Pick<ReportedHop, 'url' | 'method'> &
  Partial<Omit<ReportedHop, 'url' | 'method' | 'origin'>>;

/**
 * A code block from which the panel shows the same calls again, when it is pasted there. Secrets are cut as in every
 * export. One line of JSON, in which nothing can end the block or hide.
 */
export function playbackBlock(played: readonly Played[]): string {
  const playback: Playback = {
    format: 'preflight-inspector/report',
    version: 2,
    exchanges: played.map(toPlayed),
  };
  return `\`\`\`json\n${asciiLine(playback)}\n\`\`\``;
}

function toPlayed({ exchange, diagnosis, cause, answerer, unsentCookies }: Played): PlayedExchange {
  const { origin, resourceType, startedAt, endedAt, outcome, overridden, location, outside, earlierLoad } =
    exchange;
  const source = workerSource(exchange);
  const violated = violatedBy(exchange);
  return {
    origin,
    resourceType,
    startedAt: Math.round(startedAt),
    endedAt: endedAt === null ? null : Math.round(endedAt),
    outcome: diagnosis.outcome,
    ...(outcome.type === 'error' ? { error: outcome.error } : {}),
    ...(overridden ? { overridden } : {}),
    ...(outside === undefined ? {} : { outside: outside.type }),
    ...(source === null ? {} : { workerSource: source }),
    ...(violated === null ? {} : { violated }),
    ...(earlierLoad === undefined ? {} : { earlierLoad }),
    ...(unsentCookies === null || unsentCookies.cookiesSet.length === 0
      ? {}
      : { cookiesSet: unsentCookies.cookiesSet }),
    ...(cause === null || cause.id === rootCause(exchange, diagnosis)?.id ? {} : { cause: cause.id }),
    ...(location === null ? {} : { calledFrom: toReportedLocation(location) }),
    // Whoever reads it can't see what the sender chose.
    ...(answerer?.certainty === 'chosen'
      ? { answeredBy: { stack: answerer.stack, certainty: answerer.certainty } }
      : {}),
    hops: toPlayedHops(exchange),
  };
}

function toPlayedHops(exchange: Exchange): readonly PlayedHop[] {
  return toReportedHops(exchange).map(({ url, method, preflight, requestHeaders, response }) => ({
    url,
    method,
    ...(preflight === null
      ? {}
      : {
          preflight: {
            ...preflight,
            requestHeaders: telling(preflight.requestHeaders),
            responseHeaders: telling(preflight.responseHeaders),
          },
        }),
    ...(requestHeaders === null ? {} : { requestHeaders: telling(requestHeaders) }),
    ...(response === null
      ? {}
      : { response: { ...response, responseHeaders: telling(response.responseHeaders) } }),
  }));
}

/** What no check, no cause and no server's mark reads: `test/report/playback.test.ts` holds that. */
export const UNREAD_HEADERS: ReadonlySet<string> = new Set([
  'accept-encoding',
  'accept-language',
  'alt-svc',
  'content-security-policy-report-only',
  'dnt',
  'expect-ct',
  'nel',
  'permissions-policy',
  'priority',
  'referer',
  'report-to',
  'reporting-endpoints',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'sec-gpc',
  'server-timing',
  'strict-transport-security',
  'upgrade-insecure-requests',
  'user-agent',
]);

/** Longer values are cut, but for those of CORS and URLs. */
const MAX_VALUE_CHARS = 1_000;
const WHOLE = /^(?:access-control-.+|origin|location|vary|allow)$/i;

function telling(list: HeaderList): HeaderList {
  return list
    .filter(([name]) => !UNREAD_HEADERS.has(name.toLowerCase()))
    .map(([name, value]) => [name, WHOLE.test(name) ? value : value.slice(0, MAX_VALUE_CHARS)]);
}

/** JSON in printable ASCII characters, none of which is a backtick. */
function asciiLine(value: Playback): string {
  return JSON.stringify(value).replaceAll(
    /[^ -_a-~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
