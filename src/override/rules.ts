import type { Override } from './override.ts';

/** A change of response headers, for the requests it names. */
export interface HeaderRule {
  readonly tabId: number;
  /** The host of the page; rules cannot see its port. */
  readonly initiatorDomain: string;
  /** Serialized; all its URLs are meant. */
  readonly targetOrigin: string;
  /** Whether only OPTIONS is meant, which every preflight is. */
  readonly onlyOptions: boolean;
  /** Each replaces all headers of its name. */
  readonly responseHeaders: readonly (readonly [name: string, value: string])[];
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Headers that libraries add without being asked: allowed from the start, so that not each costs a failed call. */
const COMMON_HEADER_NAMES = [
  'accept',
  'authorization',
  'baggage',
  'cache-control',
  'content-type',
  'if-none-match',
  'openai-beta',
  'openai-organization',
  'openai-project',
  'sentry-trace',
  'traceparent',
  'tracestate',
  'user-agent',
  'x-api-key',
  'x-csrf-token',
  'x-requested-with',
  'x-stainless-arch',
  'x-stainless-async',
  'x-stainless-custom-poll-interval',
  'x-stainless-helper-method',
  'x-stainless-lang',
  'x-stainless-os',
  'x-stainless-package-version',
  'x-stainless-poll-helper',
  'x-stainless-retry-count',
  'x-stainless-runtime',
  'x-stainless-runtime-version',
  'x-stainless-timeout',
  'x-xsrf-token',
];

/**
 * The rules of an override. Lists are explicit, since `*` is no wildcard with credentials. `Max-Age: 0` keeps the
 * browser from remembering the preflight, so that switching off takes effect at once.
 */
export function overrideRules(override: Override): readonly HeaderRule[] {
  const { tabId, pageOrigin, targetOrigin } = override;
  const scope = { tabId, initiatorDomain: new URL(pageOrigin).hostname, targetOrigin };
  const allowOrigin = [
    ['Access-Control-Allow-Origin', pageOrigin],
    ['Access-Control-Allow-Credentials', 'true'],
  ] as const;
  const methods = new Set([...METHODS, ...override.methods, '*']);
  const headerNames = new Set([...COMMON_HEADER_NAMES, ...override.headerNames, '*']);
  const allowLists = [
    ['Access-Control-Allow-Methods', [...methods].join(', ')],
    ['Access-Control-Allow-Headers', [...headerNames].join(', ')],
    ['Access-Control-Max-Age', '0'],
  ] as const;
  return [
    { ...scope, onlyOptions: false, responseHeaders: allowOrigin },
    { ...scope, onlyOptions: true, responseHeaders: allowLists },
  ];
}
