import { describe, expect, test } from 'vitest';
import { canAskAgain, judgeAgain, withPreflight } from '../../src/cors/ask-again.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange, Preflight } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { COMPLETED, PAGE, sampleExchange, samplePreflight } from './sample-exchange.ts';

const ORIGIN = ['Access-Control-Allow-Origin', PAGE] as const;
const HEADERS = ['Access-Control-Allow-Headers', 'x-a'] as const;
const CREDENTIALS = ['Access-Control-Allow-Credentials', 'true'] as const;

function asked(status: number, headerList: HeaderList): Preflight {
  return samplePreflight({ headerNames: 'x-a' }, { status, headerList });
}

function unanswered(error: string): Preflight {
  return { ...asked(204, []), response: null, error };
}

const blocked = sampleExchange({ preflight: asked(405, [ORIGIN]) });

function again(exchange: Exchange, preflight: Preflight) {
  return judgeAgain(exchange, diagnose(exchange, CHROME), preflight);
}

describe('the verdict on a preflight that was sent again', () => {
  test('fixed, when all that was asked is allowed in either mode', () => {
    expect(again(blocked, asked(204, [ORIGIN, HEADERS, CREDENTIALS]))).toEqual({ type: 'fixed' });
  });

  test('still blocked, with all that is wrong now', () => {
    const verdict = again(blocked, asked(204, [ORIGIN, CREDENTIALS]));
    expect(verdict).toEqual({
      type: 'still-blocked',
      failures: [
        {
          stage: 'preflight',
          error: 'HeaderDisallowedByPreflightResponse',
          parameter: 'x-a',
          when: 'always',
          hop: 0,
        },
      ],
    });
  });

  test('a redirect is one that names its target', () => {
    const verdict = again(blocked, asked(301, [ORIGIN, HEADERS, CREDENTIALS, ['Location', '/b']]));
    expect(verdict).toMatchObject({
      type: 'still-blocked',
      failures: [{ error: 'PreflightDisallowedRedirect', parameter: '/b' }],
    });
  });

  test('fixed but for credentials, where nobody knows whether they are included', () => {
    expect(again(blocked, asked(204, [ORIGIN, HEADERS]))).toMatchObject({
      type: 'fixed-without-credentials',
      failures: [{ error: 'PreflightInvalidAllowCredentials' }],
    });
  });

  test('what was known of the credentials mode is not forgotten', () => {
    // Only credentials can have made this one fail.
    const included = sampleExchange({ preflight: asked(204, [ORIGIN, HEADERS]) });
    expect(diagnose(included, CHROME).credentials).toBe('included');
    expect(again(included, asked(204, [ORIGIN, HEADERS]))).toMatchObject({ type: 'still-blocked' });
    const omitted = { ...diagnose(blocked, CHROME), credentials: 'omitted' } as const;
    expect(judgeAgain(blocked, omitted, asked(204, [ORIGIN, HEADERS]))).toEqual({ type: 'fixed' });
  });

  test('no answer, with the net error', () => {
    const error = 'net::ERR_CONNECTION_REFUSED';
    expect(again(blocked, unanswered(error))).toEqual({ type: 'no-answer', error });
  });

  test('an override that let the call through has no say in it', () => {
    const overridden = sampleExchange(
      { preflight: asked(405, []), requestHeaders: [], response: { status: 200, headerList: [] } },
      { overridden: true, outcome: COMPLETED },
    );
    expect(canAskAgain(overridden, diagnose(overridden, CHROME))).toBe(true);
    expect(again(overridden, asked(405, [ORIGIN, HEADERS, CREDENTIALS]))).toMatchObject({
      type: 'still-blocked',
      failures: [{ error: 'PreflightInvalidStatus' }],
    });
  });
});

describe('the server can be asked again', () => {
  const failed = (error: string) =>
    sampleExchange({ preflight: unanswered(error) }, { outcome: { type: 'error', error } });

  test.each([
    ['after a preflight that failed', blocked, true],
    ['after a preflight that nobody answered', failed('net::ERR_CONNECTION_REFUSED'), true],
    ['not when Chrome kept the page off the network', failed('net::ERR_BLOCKED_BY_CLIENT'), false],
    ['not when the page gave up', failed('net::ERR_ABORTED'), false],
    ['not when Chrome gives no reason', failed('net::ERR_FAILED'), false],
    [
      'not without a preflight',
      sampleExchange({ method: 'GET', requestHeaders: [], response: { status: 200, headerList: [] } }),
      false,
    ],
    [
      'not when the preflight passed and the response is at fault',
      sampleExchange({
        preflight: asked(204, [ORIGIN, HEADERS, CREDENTIALS]),
        requestHeaders: [],
        response: { status: 200, headerList: [] },
      }),
      false,
    ],
    [
      'not when what the preflight asked was not seen',
      sampleExchange({ preflight: { ...asked(405, []), requestHeaders: [] } }),
      false,
    ],
  ])('%s', (_, exchange, possible) =>
    expect(canAskAgain(exchange, diagnose(exchange, CHROME))).toBe(possible),
  );
});

test('the preflight of the current hop is the one that is replaced', () => {
  const first = { ...blocked.hops[0], preflight: null, url: 'http://a.test/' };
  const redirected: Exchange = { ...blocked, hops: [first, blocked.hops[0]] };
  const preflight = asked(204, []);
  const { hops } = withPreflight(redirected, preflight);
  expect(hops).toEqual([first, { ...blocked.hops[0], preflight, requestHeaders: null, response: null }]);
});
