import MIMEType from 'whatwg-mimetype/lib/mime-type.js';
import type { BrowserProfile } from './browser-profile.ts';
import type { HeaderList } from './header-list.ts';
import { isCorsSafelistedMethod, normalizeMethod } from './method.ts';

/** Limits in bytes: of one safelisted value, and of all together. Above them the headers need a preflight. */
const MAX_VALUE_BYTES = 128;
const MAX_VALUES_BYTES = 1024;

/**
 * Whether a request with this method and these headers, both as a page gave them, has to be announced by a preflight.
 * @see https://fetch.spec.whatwg.org/#main-fetch (use-CORS-preflight flag)
 */
export function needsPreflight(method: string, headers: HeaderList, profile: BrowserProfile): boolean {
  return (
    !isCorsSafelistedMethod(normalizeMethod(method)) || unsafeRequestHeaderNames(headers, profile).length > 0
  );
}

/**
 * CORS-unsafe request-header names: lower-cased, sorted, each once. Forbidden names, which only a browser sets, are
 * none.
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export function unsafeRequestHeaderNames(headers: HeaderList, profile: BrowserProfile): readonly string[] {
  const unsafe = new Set<string>();
  const potentiallyUnsafe = new Set<string>();
  let length = 0;
  for (const [headerName, value] of headers) {
    const name = headerName.toLowerCase();
    if (isForbiddenRequestHeaderName(name) || profile.forbiddenRequestHeaderNames.has(name)) continue;
    if (isCorsSafelistedRequestHeader(name, value, profile)) {
      potentiallyUnsafe.add(name);
      length += value.length;
    } else {
      unsafe.add(name);
    }
  }
  const all = length > MAX_VALUES_BYTES ? [...unsafe, ...potentiallyUnsafe] : [...unsafe];
  return all.sort();
}

/**
 * @param name lower-cased
 * @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
function isCorsSafelistedRequestHeader(name: string, value: string, profile: BrowserProfile): boolean {
  if (value.length > MAX_VALUE_BYTES) return false;
  const values = profile.safelistedRequestHeaders.get(name);
  if (values?.test(value) === false) return false;
  const isSafelisted = SAFELISTED.get(name);
  return isSafelisted === undefined ? values !== undefined : isSafelisted(value, profile);
}

/** Whether one browser takes some value of a header for safelisted that another asks leave for. @param name lower-cased */
export function safelistsMore(profile: BrowserProfile, than: BrowserProfile, name: string): boolean {
  if (!SAFELISTED.has(name)) return profile.safelistedRequestHeaders.has(name);
  const { largestRangePosition: largest } = than;
  if (name === 'range') return largest !== null && largest < (profile.largestRangePosition ?? Infinity);
  return than.safelistedRequestHeaders.has(name);
}

const isSafelistedLanguage = (value: string) => /^[0-9A-Za-z *,\-.;=]*$/.test(value);

/** The standard's names, and which of their values need no leave. */
const SAFELISTED: ReadonlyMap<string, (value: string, profile: BrowserProfile) => boolean> = new Map([
  ['accept', (value) => !hasUnsafeByte(value)],
  ['accept-language', isSafelistedLanguage],
  ['content-language', isSafelistedLanguage],
  ['content-type', (value) => !hasUnsafeByte(value) && isSafelistedMimeType(value)],
  ['range', isSafelistedRange],
]);

/** @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte */
function hasUnsafeByte(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the standard names these bytes
  return /[\x00-\x08\x0a-\x1f"():<>?@[\\\]{}\x7f]/.test(value);
}

function isSafelistedMimeType(value: string): boolean {
  const essence = MIMEType.parse(value)?.essence;
  return (
    essence === 'application/x-www-form-urlencoded' ||
    essence === 'multipart/form-data' ||
    essence === 'text/plain'
  );
}

/** A single range with a start: `bytes=0-` or `bytes=0-9`. @see https://fetch.spec.whatwg.org/#simple-range-header-value */
function isSafelistedRange(value: string, { largestRangePosition: largest }: BrowserProfile): boolean {
  const match = /^bytes=(\d+)-(\d*)$/.exec(value);
  if (match === null) return false;
  const start = BigInt(match[1] ?? '');
  const end = match[2] === undefined || match[2] === '' ? null : BigInt(match[2]);
  if (end !== null && start > end) return false;
  return largest === null || (start <= largest && (end === null || end <= largest));
}

const FORBIDDEN_NAMES = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

/**
 * @param name lower-cased
 * @see https://fetch.spec.whatwg.org/#forbidden-request-header
 */
function isForbiddenRequestHeaderName(name: string): boolean {
  return FORBIDDEN_NAMES.has(name) || name.startsWith('proxy-') || name.startsWith('sec-');
}
