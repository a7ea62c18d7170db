import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CLIENTS } from '../../src/clients/registry.ts';
import type { Workaround } from '../../src/clients/workaround.ts';
import { workaroundsFor } from '../../src/clients/workarounds-for.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { currentHop, type Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { devProxy } from '../../src/dev-servers/dev-proxy.ts';
import { DEV_SERVERS, type DevServer } from '../../src/dev-servers/registry.ts';
import { truncateUrl } from '../../src/observe/truncate.ts';
import { type RecipeStep, variantsOf } from '../../src/stacks/recipe.ts';
import { RECIPES } from '../../src/stacks/recipes.ts';
import { serverNeed } from '../../src/stacks/server-need.ts';
import { PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

/** Hosts that a recipe reads something from, and hosts with every character that one may have. */
const HOSTS = [
  's3.amazonaws.com',
  'photos.s3.amazonaws.com',
  's3.eu-west-1.amazonaws.com',
  'a"b\'c.s3.amazonaws.com',
  'abc1.execute-api.eu-west-1.amazonaws.com',
  'ref.supabase.co',
  'login.test',
  '127.0.0.1:11434',
  '[::1]:8443',
  'a$b{$c}`d\'e"f(g)h+i,j;k=l!m&n~o.test',
  '{file.x}.test',
];

const PIECES = [
  ...[
    '%zz',
    '%',
    '%00',
    '%03%0Atouch%20pwned%0A',
    '%1B',
    '%E2%80%AE',
    '%FF',
    '%E2%80',
    '\u202e',
    '\u2028',
    '\u0007',
  ],
  ...[
    "'",
    '"',
    '$(id)',
    '`id`',
    '\\',
    '{$HOME}',
    '…',
    ' ',
    'ü',
    '\ud800',
    'photos',
    'realms',
    'functions',
    'v1',
    '..',
  ],
];

const path = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 5 })
  .chain((parts) =>
    fc.constantFrom(`/${parts.join('')}`, `/${parts.join('/')}`, `/${parts.join('/')}?${parts.join('&')}`),
  );
const url = fc
  .tuple(fc.constantFrom('http', 'https'), fc.constantFrom(...HOSTS), path)
  .map(([scheme, host, rest]) => URL.parse(`${scheme}://${host}${rest}`)?.href)
  .filter((href) => href !== undefined)
  .map(truncateUrl);

const token = fc.oneof(
  fc.stringMatching(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}$/),
  fc.constantFrom(
    'x-stainless-lang',
    'x-stainless-helper-method',
    'apikey',
    'x-datadog-origin',
    "x'&pwnme&#",
  ),
);
const value = fc.oneof(
  fc.constantFrom(
    PAGE,
    'null',
    '*',
    'http://a"b\'c{$d}.test',
    'http://\u202e.test',
    ' \u0003\n',
    'x-a, \u202e, x\u0007y',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const headers = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'Allow-Origin',
        'Allow-Methods',
        'Allow-Headers',
        'Expose-Headers',
        'Allow-Credentials',
      ),
      value,
    ),
    { maxLength: 6 },
  )
  .map((list): HeaderList => list.map(([name, one]) => [`Access-Control-${name}`, one]));

const exchanges = fc
  .record({
    url,
    method: token,
    names: fc.array(token, { maxLength: 4 }),
    headers,
    origin: fc.constantFrom(PAGE, 'http://a"b\'c{$d}%24.test', 'https://app.example'),
    status: fc.constantFrom(200, 204, 302, 403, 405),
  })
  .map(({ url: asked, method, names, headers: headerList, origin, status }) => {
    const preflight = samplePreflight(
      { method, headerNames: names.join(',').toLowerCase() },
      { status, headerList },
    );
    return sampleExchange({ url: asked, method, preflight }, { origin });
  });

const textsOf = (steps: readonly RecipeStep[]) =>
  steps.flatMap((step) => (step.type === 'run' ? [step.command] : [step.file, step.code]));

function recipeTexts(exchange: Exchange): readonly string[] {
  const diagnosis = diagnose(exchange, CHROME);
  const need = serverNeed(exchange, diagnosis);
  if (need === null) return [];
  return RECIPES.flatMap(([, recipe]) => [
    ...textsOf(recipe.steps(need)),
    ...variantsOf(recipe, need, diagnosis.failures).flatMap(({ steps, restart }) => [
      ...textsOf(steps),
      restart.type === 'command' ? restart.command : '',
    ]),
  ]);
}

function clientTexts(exchange: Exchange): readonly string[] {
  const { url: asked, preflight } = currentHop(exchange);
  const names = (preflight?.requestHeaders.at(-1)?.[1] ?? '').split(',');
  const sdkNames = CLIENTS.map((_, index) => names[index % names.length] ?? '');
  const ways: readonly (Workaround | null)[] = [
    ...workaroundsFor({ url: asked, names: sdkNames, asked: names, script: null }),
    ...(Object.keys(DEV_SERVERS) as DevServer[]).flatMap((tool) =>
      [true, false].map((originBlocked) =>
        devProxy(tool, { origin: exchange.origin, url: asked, originBlocked }),
      ),
    ),
  ];
  return ways.flatMap((way) => (way === null ? [] : textsOf(way.steps)));
}

describe('whatever a URL, an origin or a header holds', () => {
  test.each([
    ['recipe', recipeTexts],
    ['way out on the page’s side', clientTexts],
  ])('every %s can be shown, and has no character in it that is not seen', (_what, texts) => {
    fc.assert(
      fc.property(exchanges, (exchange) => {
        for (const text of texts(exchange)) expect(text).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
      {
        numRuns: 400,
        examples: [
          [s3('/a%03%0Atouch%20pwned%0A/k')],
          [s3('/%zz')],
          [s3('/%E2%80%AEphotos/a.png')],
          [s3(`/${'a'.repeat(20_000)}`)],
        ],
      },
    );
  });
});

function s3(rest: string): Exchange {
  const asked = truncateUrl(new URL(rest, 'https://s3.amazonaws.com').href);
  return sampleExchange({ url: asked, preflight: samplePreflight({ headerNames: 'x-a' }, {}) });
}
