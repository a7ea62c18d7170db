import { expect, test } from 'vitest';
import { type BrowserProfile, CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { FIREFOX } from '../../src/cors/firefox-profile.ts';
import { PAGE, sampleExchange, samplePreflight } from './sample-exchange.ts';

/** The Fetch standard, without any browser's deviation. */
const STANDARD: BrowserProfile = {
  ...CHROME,
  preflightSteps: [
    'cors-check',
    'redirect',
    'status',
    'methods-syntax',
    'headers-syntax',
    'method',
    'headers',
  ],
  wildcardCoversAuthorization: false,
  forbiddenRequestHeaderNames: new Set(),
  safelistedRequestHeaders: new Map(),
  largestRangePosition: null,
};

function errorsBy(profile: BrowserProfile, preflight: ReturnType<typeof samplePreflight>) {
  const { failures } = diagnose(sampleExchange({ preflight }), profile);
  return failures.map(({ error, when }) => [error, when]);
}

test('diagnose judges by the profile that it is given: a wildcard covers Authorization in Chrome alone', () => {
  const headerList = [
    ['Access-Control-Allow-Origin', PAGE],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Headers', '*'],
  ] as const;
  const preflight = samplePreflight({ headerNames: 'authorization' }, { headerList });
  expect(errorsBy(CHROME, preflight)).toEqual([
    ['HeaderDisallowedByPreflightResponse', 'credentials-included'],
  ]);
  expect(errorsBy(STANDARD, preflight)).toEqual([['HeaderDisallowedByPreflightResponse', 'always']]);
});

test('diagnose judges by the profile that it is given: Chrome looks at a redirect before any header', () => {
  const preflight = samplePreflight({}, { status: 302, headerList: [['Location', '/login']] });
  const first = (profile: BrowserProfile) => errorsBy(profile, preflight)[0]?.[0];
  expect(first(CHROME)).toBe('PreflightDisallowedRedirect');
  expect(first(STANDARD)).toBe('PreflightMissingAllowOriginHeader');
});

test('a diagnosis says by which profile it was made', () => {
  expect(diagnose(sampleExchange({}), STANDARD).profile).toBe(STANDARD);
});

test('where a call carries another origin than its preflight, Chrome has lost it, and compares with the page’s', () => {
  const allowing = (origin: string) => [['Access-Control-Allow-Origin', origin]] as const;
  const hop = {
    preflight: samplePreflight({}, { headerList: allowing(PAGE) }),
    requestHeaders: [['Origin', 'null']],
    response: { status: 200, headerList: allowing('null') },
  } as const;
  const errors = (profile: BrowserProfile) => {
    const outcome = { type: 'error', error: profile.corsNetError } as const;
    return diagnose(sampleExchange(hop, { outcome }), profile).failures.map(({ stage, error }) => [
      stage,
      error,
    ]);
  };
  expect(errors(CHROME)).toContainEqual(['response', 'AllowOriginMismatch']);
  expect(errors(FIREFOX)).not.toContainEqual(['response', 'AllowOriginMismatch']);
});
