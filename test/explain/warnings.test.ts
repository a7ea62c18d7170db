import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { type WarningId, warningsOn } from '../../src/explain/warnings.ts';
import { API, COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const CREDENTIALS = ['Access-Control-Allow-Credentials', 'true'] as const;
const VARY = ['Vary', 'Origin'] as const;

/** A simple call of `origin` that passed with these headers, and ACAO as the origin. */
function allowed(origin: string, headers: HeaderList = [], cors = origin, url = `${API}/list`): Exchange {
  const headerList: HeaderList = [['Access-Control-Allow-Origin', cors], ...headers];
  const hop = {
    url,
    method: 'GET',
    requestHeaders: [['Origin', origin]] as HeaderList,
    response: { status: 200, headerList },
  };
  return sampleExchange(hop, { origin, outcome: COMPLETED });
}

/** A call that passed after a preflight that was answered with these headers. */
function preflighted(names: string, headers: HeaderList, rest: Partial<Exchange> = {}): Exchange {
  const headerList: HeaderList = [['Access-Control-Allow-Origin', PAGE], ...headers];
  const preflight = samplePreflight({ headerNames: names }, { headerList });
  const requestHeaders: HeaderList = [['Origin', PAGE]];
  return sampleExchange(
    { preflight, requestHeaders, response: { status: 200, headerList } },
    { outcome: COMPLETED, ...rest },
  );
}

function withMaxAge(value: string): HeaderList {
  return [
    ['Access-Control-Allow-Headers', 'x-a'],
    ['Access-Control-Max-Age', value],
  ];
}

function idsOn(exchange: Exchange, others: readonly Exchange[] = []): readonly WarningId[] {
  const diagnosis = diagnose(exchange, CHROME);
  expect(diagnosis.outcome).toBe('allowed');
  return warningsOn(exchange, diagnosis, others).map(({ id }) => id);
}

describe('no alarm for what popular stacks send when they are set up well:', () => {
  const at = (url: string) => (origin: string, headers: HeaderList) => allowed(origin, headers, origin, url);
  const here = at(`${API}/list`);
  const cases: readonly (readonly [what: string, exchange: Exchange, others?: readonly Exchange[]])[] = [
    ['Express cors(), all origins', allowed(PAGE, [], '*')],
    ['Express cors with an origin', here(PAGE, [VARY])],
    ['Flask-CORS with one origin: constant, so no Vary', here(PAGE, [CREDENTIALS])],
    ['nginx add_header with one origin', here('https://app.example.com', [['Cache-Control', 'max-age=60']])],
    ['ASP.NET Core with one origin', here('https://app.example.com', [CREDENTIALS])],
    [
      'FastAPI with a list of ports',
      here(PAGE, [CREDENTIALS, VARY]),
      [here('http://localhost:3000', [CREDENTIALS, VARY])],
    ],
    [
      'a list of names for this machine',
      here(PAGE, [CREDENTIALS, VARY]),
      [here('http://127.0.0.1:5174', [CREDENTIALS, VARY])],
    ],
    ['rs/cors with two sites', here('https://a.test', [VARY]), [here('https://b.test', [VARY])]],
    [
      'several Vary values',
      here('https://a.test', [['Vary', 'Accept-Encoding, origin']]),
      [here('https://b.test', [VARY])],
    ],
    [
      'Django, a day',
      preflighted('content-type', [
        ['Access-Control-Allow-Headers', 'content-type'],
        ['Access-Control-Max-Age', '86400'],
      ]),
    ],
    [
      'gin, twelve hours',
      preflighted('content-type', [
        ['Access-Control-Allow-Headers', 'Content-Type'],
        ['Access-Control-Max-Age', '43200'],
      ]),
    ],
    ['a server that lets nothing be cached', preflighted('x-a', withMaxAge('-1'))],
    ['a server that lets nothing be cached, by 0', preflighted('x-a', withMaxAge('0'))],
    [
      'Spring, with its three Vary',
      here(PAGE, [
        VARY,
        ['Vary', 'Access-Control-Request-Method'],
        ['Vary', 'Access-Control-Request-Headers'],
      ]),
    ],
    [
      'Authorization listed beside *',
      preflighted('authorization', [['Access-Control-Allow-Headers', '*, Authorization']]),
    ],
    ['* without Authorization', preflighted('x-a', [['Access-Control-Allow-Headers', '*']])],
    [
      'sites of one domain',
      here('https://app.example.com', [VARY]),
      [here('https://myapp.example.com', [VARY])],
    ],
    ['names under localhost', here('http://localhost:1', [VARY]), [here('http://app.localhost:1', [VARY])]],
    ['addresses', here('http://192.168.1.1', [VARY]), [here('http://192.168.1.10', [VARY])]],
    [
      'another server that allows another origin',
      here('https://a.test', [CREDENTIALS]),
      [at('http://other.test/')('https://b.test', [CREDENTIALS])],
    ],
  ];
  test.each(cases.map(([what, exchange, others = []]) => ({ what, exchange, others })))(
    '$what',
    ({ exchange, others }) => expect(idsOn(exchange, others)).toEqual([]),
  );
});

describe('a warning where it was seen:', () => {
  test.each<readonly [WarningId, string, Exchange, readonly Exchange[]]>([
    [
      'reflects-origins',
      'two sites with credentials, each by its name',
      allowed('https://a.test', [CREDENTIALS, VARY]),
      [allowed('https://b.test', [CREDENTIALS, VARY])],
    ],
    [
      'reflects-origins',
      'this machine and a site',
      allowed(PAGE, [CREDENTIALS, VARY]),
      [allowed('https://b.test', [CREDENTIALS, VARY])],
    ],
    ['null-allowed', 'a sandboxed frame', allowed('null', [VARY]), []],
    ['vary-missing', 'two origins by name', allowed('https://a.test'), [allowed('https://b.test')]],
    [
      'vary-missing',
      'one without it',
      allowed('https://a.test', [['Vary', 'Accept']]),
      [allowed('https://b.test', [VARY])],
    ],
    [
      'origin-matched-in-part',
      'the end',
      allowed('https://evil-example.com', [VARY]),
      [allowed('https://example.com', [VARY])],
    ],
    [
      'origin-matched-in-part',
      'the beginning',
      allowed('http://localhost:5174', [VARY]),
      [allowed('http://localhost.evil.test', [VARY])],
    ],
    [
      'origin-matched-in-part',
      'dots',
      allowed('https://app.example.com', [VARY]),
      [allowed('https://appxexample.com', [VARY])],
    ],
    ['long-max-age', '20 days', preflighted('x-a', withMaxAge('1728000')), []],
    ...['1h', '600, 600', '600s', '0.5'].map(
      (value) => ['unreadable-max-age', value, preflighted('x-a', withMaxAge(value)), []] as const,
    ),
    [
      'authorization-under-wildcard',
      'a wildcard',
      preflighted('authorization,x-a', [['Access-Control-Allow-Headers', '*']]),
      [],
    ],
  ])('%s: %s', (id, _, exchange, others) => expect(idsOn(exchange, others)).toEqual([id]));

  test('warningsOn warns in stronger words of null with credentials', () => {
    const exchange = allowed('null', [CREDENTIALS, VARY]);
    const [warning] = warningsOn(exchange, diagnose(exchange, CHROME), []);
    expect(warning?.sentence.key).toBe('warnNullWithCredentials');
  });

  test('warningsOn reads two Max-Age lines as one value that is no number', () => {
    const twice: HeaderList = [...withMaxAge('600'), ['Access-Control-Max-Age', '600']];
    const exchange = preflighted('x-a', twice);
    const [warning] = warningsOn(exchange, diagnose(exchange, CHROME), []);
    expect(warning?.sentence.values.header).toBe('Access-Control-Max-Age: 600, 600');
  });

  test('the origins are named', () => {
    const exchange = allowed('https://a.test', [CREDENTIALS, VARY]);
    const others = [allowed('https://b.test', [CREDENTIALS, VARY])];
    const [warning] = warningsOn(exchange, diagnose(exchange, CHROME), others);
    expect(warning?.sentence.values).toEqual({
      host: '127.0.0.1:11434',
      origins: ['https://a.test', 'https://b.test'],
    });
  });
});

describe('no warning', () => {
  const long = withMaxAge('1728000');

  test("warningsOn ignores a long Max-Age on a page that isn't on this machine", () => {
    const here = JSON.stringify(preflighted('x-a', long));
    expect(idsOn(JSON.parse(here))).toEqual(['long-max-age']);
    expect(idsOn(JSON.parse(here.replaceAll(PAGE, 'https://app.test')))).toEqual([]);
  });

  test('warningsOn ignores a missing Vary that no cache needs', () => {
    const stored = allowed('https://a.test', [['Cache-Control', 'private, no-store']]);
    expect(idsOn(stored, [allowed('https://b.test')])).toEqual([]);
  });

  test('warningsOn ignores a reflected origin without credentials', () => {
    expect(
      idsOn(allowed('https://a.test', [VARY]), [allowed('https://b.test', [CREDENTIALS, VARY])]),
    ).toEqual([]);
  });

  test('warningsOn ignores calls that did not pass, or only thanks to an override', () => {
    const overridden = preflighted('authorization', [['Access-Control-Allow-Methods', 'POST']], {
      overridden: true,
    });
    const diagnosis = diagnose(overridden, CHROME);
    expect(diagnosis.failures).not.toEqual([]);
    expect(warningsOn(overridden, diagnosis, [])).toEqual([]);
    const blocked = sampleExchange({
      preflight: samplePreflight({ headerNames: 'x-a' }, { headerList: long }),
    });
    expect(warningsOn(blocked, diagnose(blocked, CHROME), [])).toEqual([]);
  });
});
