import {
  type Exchange,
  type HeaderList,
  type Outcome,
  originOf,
  type Preflight,
  tabOwner,
} from '../cors/index.ts';
import { truncateHeaderList, truncateUrl } from '../observe/index.ts';
import { redactHeaderList, withoutFragmentAndUserinfo } from '../privacy/index.ts';
import { FILE_TAB_ID } from './har-calls.ts';
import { isHeaderName, isToken, record, text, withoutControls } from './read-entry.ts';

/** The `format` of the reports that the panel exports. */
export const REPORT_FORMAT = 'preflight-inspector/report';

/**
 * Reads one exchange of a report that the panel exported.
 * @param value as `ReportedExchange` of src/report/report.ts describes it; anything else may come in
 * @param version of the report
 * @param index of the exchange, which gives it its id
 * @returns null where it can't be read
 */
export function readReported(value: unknown, version: unknown, index: number): Exchange | null {
  switch (version) {
    case 1:
      return readVersion1(record(value), index);
  }
  return null;
}

/** True for a report of a version that can be read. */
export function isReadableVersion(version: unknown): boolean {
  return version === 1;
}

/** Version 1 has the last hop alone, and of the request itself no headers but its origin. */
function readVersion1(value: Readonly<Record<string, unknown>>, index: number): Exchange | null {
  const href = URL.parse(text(value.url))?.href;
  const [method, origin] = [text(value.method), text(value.origin)];
  if (href === undefined || !isToken(method) || !(origin === 'null' || originOf(origin) === origin))
    return null;
  const url = truncateUrl(withoutFragmentAndUserinfo(href));
  const startedAt = typeof value.startedAt === 'number' && value.startedAt > 0 ? value.startedAt : 0;
  const response = answerOf(value.response);
  return {
    id: `file-${String(index).padStart(8, '0')}`,
    owner: tabOwner(FILE_TAB_ID),
    origin,
    resourceType: 'fetch',
    startedAt,
    endedAt: startedAt,
    hops: [
      {
        url,
        method,
        preflight: preflightOf(value.preflight),
        requestHeaders: response === null ? null : [['Origin', origin]],
        response,
      },
    ],
    outcome: outcomeOf(value),
    overridden: value.overridden === true,
    location: null,
  };
}

function outcomeOf({ outcome, failures }: Readonly<Record<string, unknown>>): Outcome {
  switch (outcome) {
    case 'allowed':
      return { type: 'completed' };
    case 'pending':
      return { type: 'pending' };
    case 'failed': {
      const [first] = Array.isArray(failures) ? failures : [];
      return { type: 'error', error: withoutControls(text(record(first).error)).slice(0, 200) };
    }
  }
  return { type: 'error', error: 'net::ERR_FAILED' };
}

function preflightOf(value: unknown): Preflight | null {
  const { requestHeaders } = record(value);
  if (!Array.isArray(requestHeaders)) return null;
  return { requestHeaders: headerListOf(requestHeaders), response: answerOf(value), error: null };
}

function answerOf(value: unknown): Preflight['response'] {
  const { status, responseHeaders } = record(value);
  if (typeof status !== 'number' || !Number.isInteger(status)) return null;
  return { status, headerList: headerListOf(responseHeaders) };
}

function headerListOf(value: unknown): HeaderList {
  if (!Array.isArray(value)) return [];
  const list = value.flatMap((pair: unknown) => {
    const [name, content] = Array.isArray(pair) ? pair : [];
    if (typeof name !== 'string' || typeof content !== 'string' || !isHeaderName(name)) return [];
    return [[name, withoutControls(content)] as const];
  });
  return redactHeaderList(truncateHeaderList(list));
}
