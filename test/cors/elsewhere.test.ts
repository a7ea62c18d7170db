import { describe, expect, test } from 'vitest';
import { type BrowserProfile, CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { judgeElsewhere } from '../../src/cors/elsewhere.ts';
import type { Exchange, Hop } from '../../src/cors/exchange.ts';
import { FIREFOX } from '../../src/cors/firefox-profile.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { PAGE, sampleExchange, samplePreflight } from './sample-exchange.ts';

const BLOCKED = { outcome: { type: 'error', error: 'net::ERR_FAILED' } } as const;
const PASSED = { outcome: { type: 'completed' } } as const;
const ALLOW: HeaderList = [['Access-Control-Allow-Origin', PAGE]];

function answered(headerList: HeaderList, sent: HeaderList = []): Partial<Hop> {
  return { response: { status: 200, headerList }, requestHeaders: [['Origin', PAGE], ...sent] };
}

/** What the other browser makes of a call that was observed in one. */
function elsewhere(
  hop: Partial<Hop>,
  rest: Partial<Exchange>,
  [here, there]: readonly [BrowserProfile, BrowserProfile] = [CHROME, FIREFOX],
) {
  const exchange = sampleExchange(hop, rest);
  return judgeElsewhere(exchange, diagnose(exchange, here), there);
}

/** Sent twice, once without a value. */
const EMPTY_ONE: HeaderList = [
  ['access-control-allow-origin', PAGE],
  ['access-control-allow-origin', ''],
];

describe('what Chrome blocked', () => {
  test('is blocked in Firefox for the same reason', () => {
    expect(elsewhere(answered([]), BLOCKED)).toBe('blocked');
  });

  test('passes in Firefox where it leaves an empty value out', () => {
    expect(elsewhere(answered([...EMPTY_ONE, ['Access-Control-Allow-Credentials', 'true']]), BLOCKED)).toBe(
      'allowed',
    );
    // With credentials it wouldn't.
    expect(elsewhere(answered(EMPTY_ONE), BLOCKED)).toBeNull();
  });

  test('goes on in Firefox where a preflight is refused by Chrome alone', () => {
    const preflight = samplePreflight(
      { method: 'PUT' },
      {
        headerList: [
          ...EMPTY_ONE,
          ['Access-Control-Allow-Credentials', 'true'],
          ['Access-Control-Allow-Methods', 'PUT'],
        ],
      },
    );
    expect(elsewhere({ method: 'PUT', preflight, requestHeaders: null, response: null }, BLOCKED)).toBe(
      'goes-on',
    );
  });
});

describe('what Chrome let pass', () => {
  test('passes in Firefox', () => {
    expect(elsewhere(answered(ALLOW), PASSED)).toBe('allowed');
  });

  test('isn’t judged where Firefox would ask first', () => {
    expect(elsewhere(answered(ALLOW, [['DPR', '2']]), PASSED)).toBeNull();
    expect(elsewhere(answered(ALLOW, [['Accept', 'text/é']]), PASSED)).toBeNull();
  });
});

test('a header whose value one browser alone takes for safe decides nothing', () => {
  const asked = (headerNames: string, pair: readonly [BrowserProfile, BrowserProfile]) => {
    const preflight = samplePreflight({ headerNames }, { status: 404, headerList: ALLOW });
    const outcome = { type: 'error', error: pair[0].corsNetError } as const;
    return elsewhere({ preflight, requestHeaders: null, response: null }, { outcome }, pair);
  };
  expect(asked('range', [CHROME, FIREFOX])).toBeNull();
  expect(asked('range', [FIREFOX, CHROME])).toBe('blocked');
  expect(asked('content-type', [CHROME, FIREFOX])).toBe('blocked');
  expect(asked('content-type', [FIREFOX, CHROME])).toBeNull();
  expect(asked('range,x-a', [CHROME, FIREFOX])).toBe('blocked');
});

test('what Firefox let pass, Chrome would block for an empty value', () => {
  expect(elsewhere(answered(EMPTY_ONE), PASSED, [FIREFOX, CHROME])).toBe('blocked');
});

test('nothing is said where a redirected preflight would carry another origin', () => {
  const preflight = samplePreflight({ method: 'PUT' }, { status: 404 });
  const exchange = sampleExchange({ method: 'PUT' }, BLOCKED);
  const [first] = exchange.hops;
  const moved = { ...first, response: { status: 307, headerList: ALLOW }, preflight: null };
  const refused = { ...first, preflight, requestHeaders: null, response: null };
  const redirected: Exchange = { ...exchange, hops: [moved, refused] };
  expect(judgeElsewhere(redirected, diagnose(redirected, CHROME), FIREFOX)).toBeNull();
});

test('nothing is said of what the credentials decide that nobody knows, of overrides, and of what failed otherwise', () => {
  const any: HeaderList = [['Access-Control-Allow-Origin', '*']];
  expect(elsewhere(answered(any), PASSED, [FIREFOX, CHROME])).toBeNull();
  expect(elsewhere(answered(ALLOW), { ...PASSED, overridden: true })).toBeNull();
  const refused = { outcome: { type: 'error', error: 'net::ERR_CONNECTION_REFUSED' } } as const;
  expect(elsewhere({ response: null }, refused)).toBeNull();
});

describe('User-Agent, which Firefox asks leave for and Chrome sets itself', () => {
  const asking = (headerNames: string) =>
    elsewhere(
      {
        preflight: samplePreflight(
          { headerNames },
          {
            headerList: [
              ...ALLOW,
              ['Access-Control-Allow-Credentials', 'true'],
              ['Access-Control-Allow-Headers', 'x-a'],
            ],
          },
        ),
        requestHeaders: null,
        response: null,
      },
      { outcome: { type: 'error', error: FIREFOX.corsNetError } },
      [FIREFOX, CHROME],
    );

  test('alone stops nothing in Chrome', () => {
    expect(asking('authorization,user-agent')).toBe('blocked');
    expect(asking('user-agent,x-a')).toBe('goes-on');
    // Chrome makes no preflight then.
    expect(asking('user-agent')).toBeNull();
  });
});
