import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zh from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import type { Answerer } from '../../src/explain/answerer.ts';
import { speaker } from '../../src/report/say.ts';
import { type Handover, ticket } from '../../src/report/ticket.ts';
import { sentence } from '../../src/texts/sentence.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { hostileText, structure } from './markdown-structure.ts';

const LANGUAGES = { en: speaker(en), zh_CN: speaker(zh) };
const HOST = '127.0.0.1:8000';

function handover(exchange: Exchange, rest: Partial<Handover> = {}): Handover {
  const diagnosis = diagnose(exchange, CHROME);
  return {
    exchange,
    diagnosis,
    cause: null,
    headline: sentence('headlineBlocked', { host: HOST }),
    advice: [],
    answerer: null,
    anyOrigin: false,
    unsentCookies: null,
    ...rest,
  };
}

const routed = sampleExchange({
  url: `http://${HOST}/items?page=2&api_key=s3cret`,
  method: 'PUT',
  preflight: samplePreflight(
    { method: 'PUT', headerNames: 'authorization,content-type' },
    {
      status: 405,
      headerList: [
        ['Allow', 'GET'],
        ['Server', 'uvicorn'],
        ['Content-Length', '31'],
      ],
    },
  ),
});
const starlette: Answerer = {
  stack: 'starlette',
  certainty: 'sure',
  evidence: ['405', 'Allow: GET', 'Server: uvicorn'],
};

const bare = sampleExchange({
  url: `http://${HOST}/list`,
  method: 'GET',
  requestHeaders: [
    ['Origin', PAGE],
    ['Authorization', '…'],
    ['If-None-Match', 'W/"1"'],
  ],
  response: {
    status: 200,
    headerList: [
      ['Server', 'nginx'],
      ['Content-Type', 'text/html'],
    ],
  },
});

/** The preflight is let through, and something else refuses the call's method. */
const refused = sampleExchange({
  url: `http://${HOST}/events/1`,
  method: 'DELETE',
  preflight: samplePreflight(
    { method: 'DELETE' },
    {
      headerList: [
        ['Access-Control-Allow-Origin', PAGE],
        ['Access-Control-Allow-Methods', 'GET, DELETE'],
      ],
    },
  ),
  requestHeaders: [
    ['Origin', PAGE],
    ['Accept', '*/*'],
  ],
  response: {
    status: 405,
    headerList: [
      ['Allow', 'GET, HEAD'],
      ['Content-Type', 'text/html'],
      ['Content-Length', '31'],
    ],
  },
});

/** No preflight, and an error whose headers say why. */
const limited = sampleExchange({
  url: `http://${HOST}/list`,
  method: 'GET',
  requestHeaders: [['Origin', PAGE]],
  response: {
    status: 429,
    headerList: [
      ['X-Powered-By', 'Express'],
      ['Retry-After', '30'],
      ['Set-Cookie', 's3cret'],
      ['ngrok-error-code', 'ERR_NGROK_727'],
      ['grpc-status', '8'],
      ['grpc-message', 'token=s3cret'],
      ['x-amzn-errortype', 'TooManyRequestsException'],
      ['cf-ray', '8f1c2d3e4f5a6b7c-FRA'],
      ['Date', 'Sun, 22 Nov 2026 10:00:00 GMT'],
    ],
  },
});

const CASES: Readonly<Record<string, Handover>> = {
  'preflight-405': handover(routed, {
    headline: sentence('headlinePreflightStatus', { host: HOST, status: '405' }),
    advice: [sentence('fixStatus', { host: HOST, method: 'OPTIONS' })],
    answerer: starlette,
  }),
  'response-without-cors': handover(bare, {
    headline: sentence('headlineResponseWithout', {
      host: HOST,
      status: '200',
      header: 'Access-Control-Allow-Origin',
    }),
    answerer: { stack: 'nginx', certainty: 'likely', evidence: ['Server: nginx'] },
  }),
  'preflight-passed': handover(refused, {
    headline: sentence('status405', { host: HOST, method: 'PUT', status: '405' }),
  }),
  'too-many-calls': handover(limited, {
    headline: sentence('status429', { host: HOST, status: '429' }),
    answerer: { stack: 'express', certainty: 'sure', evidence: ['X-Powered-By: Express'] },
  }),
  'nobody-known': handover(
    sampleExchange({
      url: `http://${HOST}/items`,
      preflight: samplePreflight(
        { headerNames: 'x-a' },
        {
          headerList: [
            ['Access-Control-Allow-Origin', PAGE],
            ['Access-Control-Allow-Credentials', 'true'],
          ],
        },
      ),
    }),
    { headline: sentence('headlineHeader', { host: HOST, names: ['x-a'] }) },
  ),
};

describe.each(Object.entries(LANGUAGES))('in %s', (language, say) => {
  test.each(Object.entries(CASES))('%s reads as it should', async (name, given) => {
    await expect(ticket(given, say)).toMatchFileSnapshot(`golden/${name}.${language}.md`);
  });
});

describe('question and answer are of one request', () => {
  const english = (exchange: Exchange, answerer: Answerer | null = null) =>
    ticket(handover(exchange, { answerer }), LANGUAGES.en);
  const blockOf = (text: string, title: string) => {
    const [, after = ''] = text.split(`## ${title}`);
    return after.split('## ')[0] ?? '';
  };

  test('a ticket is about the call if the preflight passed', () => {
    const text = english(refused);
    expect(blockOf(text, 'What was asked')).toContain(`DELETE http://${HOST}/events/1`);
    expect(text.split('## Done when')[0]).not.toContain(`OPTIONS http://${HOST}`);
    expect(blockOf(text, 'What was answered')).toMatch(/`OPTIONS` was answered with `204`.*HTTP 405/s);
    expect(blockOf(text, 'The one layer to change')).toContain('Whoever answers `DELETE` first');
  });

  test('a ticket is about the preflight if that failed', () => {
    const text = english(routed);
    expect(blockOf(text, 'What was asked')).toContain(`OPTIONS http://${HOST}/items`);
    expect(blockOf(text, 'What was answered')).toContain('HTTP 405');
    expect(text).not.toContain('The preflight passed');
    expect(blockOf(text, 'The one layer to change')).toContain('Whoever answers `OPTIONS` first');
  });

  test.each(['express', 'oauth2-proxy'] as const)('%s need not care for OPTIONS that passed', (stack) => {
    const layer = blockOf(english(refused, { stack, certainty: 'chosen' }), 'The one layer to change');
    expect(layer).toContain('answers `DELETE`');
    expect(layer).not.toMatch(/OPTIONS|Set CORS up|routing/);
  });

  test('a ticket is about the failed preflight even if an override let its call through', () => {
    const overridden = { ...routed, overridden: true };
    const [hop] = routed.hops;
    const sent = { ...hop, requestHeaders: [], response: { status: 200, headerList: [] } };
    const text = english({ ...overridden, hops: [sent], outcome: { type: 'completed' } });
    expect(blockOf(text, 'What was asked')).toContain('OPTIONS');
    expect(blockOf(text, 'What was answered')).toContain('HTTP 405');
  });
});

test('a ticket holds no secret', () => {
  const exchange: Exchange = {
    ...routed,
    hops: [
      {
        ...routed.hops[0],
        preflight: samplePreflight(
          {},
          {
            status: 302,
            headerList: [
              ['Location', 'https://login.test/?code=s3cret'],
              ['Set-Cookie', 's3cret'],
            ],
          },
        ),
      },
    ],
  };
  const evidence = ['Location: https://login.test/?code=s3cret'];
  const text = ticket(
    handover(exchange, {
      headline: sentence('headlinePreflightRedirect', {
        host: HOST,
        location: 'https://login.test/?code=s3cret',
      }),
      answerer: { stack: 'oauth2-proxy', certainty: 'likely', evidence },
    }),
    LANGUAGES.en,
  );
  expect(text).toContain('Location: https://login.test/?code=…');
  expect(text).not.toContain('s3cret');
});

test("Chrome's console line holds no secret in a ticket", () => {
  const value = 'https://user:s3cret@a.test/?token=s3cret#s3cret';
  const headerList: HeaderList = [['Access-Control-Allow-Origin', value]];
  const exchange = sampleExchange({ ...bare.hops[0], response: { status: 200, headerList } });
  const text = ticket(handover(exchange), LANGUAGES.en);
  expect(text).toContain("has a value 'https://…@a.test/?token=…#…' that is not equal");
  expect(text).not.toContain('s3cret');
});

test.each([
  ['express', 'The application, `Express`:'],
  ['caddy', 'The proxy, `Caddy`,'],
  ['oauth2-proxy', 'The login gateway, `oauth2-proxy`:'],
  ['s3', 'The platform, `Amazon S3`:'],
] as const)('the layer of a stack that the user named, %s, is named', (stack, words) => {
  const text = ticket(handover(routed, { answerer: { stack, certainty: 'chosen' } }), LANGUAGES.en);
  const [, layer = ''] = text.split('## The one layer to change');
  expect(layer.trim().startsWith(words)).toBe(true);
});

describe('whatever a server or a page sends', () => {
  const given = (value: string, name: string): Handover => {
    const headerList: HeaderList = [
      ['Access-Control-Allow-Origin', `x:${value}`],
      ['Server', value],
    ];
    const preflight = samplePreflight({ method: 'PUT', headerNames: name }, { status: 405, headerList });
    const exchange = sampleExchange({
      url: `http://${HOST}/p?${encodeURI(value)}`,
      method: 'PUT',
      preflight,
    });
    return handover(exchange, {
      headline: sentence('headlineOrigin', { host: HOST, allowed: value, origin: PAGE }),
      advice: [sentence('fixNone')],
      answerer: { stack: 'express', certainty: 'likely', evidence: [`Server: ${value}`, value] },
    });
  };
  const plain = structure(ticket(given('plain', 'x-plain'), LANGUAGES.en));

  test('the text keeps its blocks, and holds no markup but ours', () => {
    fc.assert(
      fc.property(
        hostileText,
        fc.constantFrom('x-`a', 'x-``', '```', "x-'a", 'x-*a*', 'x_a_'),
        (value, name) => {
          const { blocks, inline } = structure(ticket(given(value, name), LANGUAGES.en));
          expect(blocks).toEqual(plain.blocks);
          expect([...inline].sort()).toEqual([...plain.inline].sort());
        },
      ),
      { numRuns: 150 },
    );
  });

  test('the plain text has words and code, and nothing else', () => {
    expect([...plain.inline].sort()).toEqual(['codespan', 'text']);
  });
});

test('speaker fills placeholders as Chrome does: in one pass, with lists', () => {
  const messages = {
    locale: { message: 'en' },
    copied: { message: '$$1 $A$ $b$ $C$', placeholders: { a: { content: '$1' }, b: { content: '$2' } } },
  };
  const say = speaker(messages);
  const values = { a: '$B$', b: ['x', 'y', 'z'] };
  expect(say({ key: 'copied', values })).toBe('$1 $B$ x, y, and z $C$');
});

test('speaker leaves nothing for a missing value', () => {
  const messages = { locale: { message: 'en' }, copied: { message: '[$A$]', placeholders: { a: {} } } };
  expect(speaker(messages)({ key: 'copied', values: {} })).toBe('[]');
});
