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
  /** Answers whose header of that name matches one of these patterns are left alone. */
  readonly unless: { readonly header: string; readonly values: readonly string[] } | null;
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
 * Answers that name a loopback origin, or all: right for the page, or for another on this host, from which a rule cannot
 * tell it. Patterns as declarativeNetRequest has them, in which a literal star is escaped.
 */
const LIKELY_RIGHT_ORIGINS = {
  header: 'access-control-allow-origin',
  values: [
    '\\*',
    ...['http', 'https'].flatMap((scheme) =>
      ['localhost', '*.localhost', '127.0.0.1', '[::1]'].map((host) => `${scheme}://${host}*`),
    ),
  ],
};

/**
 * The rules of an override. Lists are explicit, since `*` is no wildcard with credentials. `Max-Age: 0` keeps the
 * browser from remembering the preflight, so that switching off takes effect at once.
 */
export function overrideRules(override: Override): readonly HeaderRule[] {
  const { tabId, pageOrigin, targetOrigin, replacesOrigin } = override;
  const scope = { tabId, initiatorDomain: new URL(pageOrigin).hostname, targetOrigin };
  const methods = new Set([...METHODS, ...override.methods, '*']);
  const headerNames = new Set([...COMMON_HEADER_NAMES, ...override.headerNames, '*']);
  return [
    {
      ...scope,
      onlyOptions: false,
      unless: replacesOrigin ? null : LIKELY_RIGHT_ORIGINS,
      responseHeaders: [['Access-Control-Allow-Origin', pageOrigin]],
    },
    {
      ...scope,
      onlyOptions: false,
      unless: null,
      responseHeaders: [['Access-Control-Allow-Credentials', 'true']],
    },
    {
      ...scope,
      onlyOptions: true,
      unless: null,
      responseHeaders: [
        ['Access-Control-Allow-Methods', [...methods].join(', ')],
        ['Access-Control-Allow-Headers', [...headerNames].join(', ')],
        ['Access-Control-Max-Age', '0'],
      ],
    },
  ];
}
