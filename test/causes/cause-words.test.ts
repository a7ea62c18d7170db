import { describe, expect, test } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import type { Cause } from '../../src/causes/cause.ts';
import { headline } from '../../src/causes/headline.ts';
import { causeLabel } from '../../src/causes/labels.ts';
import { adviceOn, causeHeadline, whatHappened } from '../../src/causes/lookup.ts';
import { originMistake } from '../../src/causes/origin-mistake.ts';
import { rootCause } from '../../src/causes/root-cause.ts';
import { seenAnswers } from '../../src/causes/seen-answers.ts';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { Sentence } from '../../src/texts/sentence.ts';
import { COMPLETED, FAILED, PAGE } from '../cors/sample-exchange.ts';
import { CAUSE_TABLE, HEADERS, location, ORIGIN, passedPreflight, preflight, simple } from './cause-table.ts';
import { say } from './say.ts';

const TEXTS: Readonly<Record<string, { message: string; placeholders?: Readonly<Record<string, unknown>> }>> =
  en;

function causeOf(exchange: Exchange, others: readonly Exchange[] = []): Cause {
  const seen = seenAnswers([exchange, ...others]).beside(exchange);
  const cause = rootCause(exchange, diagnose(exchange, CHROME), seen);
  if (cause === null) throw new Error('No cause.');
  return cause;
}

function wordsOn(exchange: Exchange, others: readonly Exchange[] = []): readonly Sentence[] {
  const cause = causeOf(exchange, others);
  const happened = whatHappened(exchange, cause);
  return [
    causeLabel(cause),
    causeHeadline(exchange, cause),
    ...(happened === null ? [] : [happened]),
    ...adviceOn(exchange, cause).map(({ sentence }) => sentence),
  ];
}

describe('every cause has a label, a headline, what happened and what to do', () => {
  test.each(CAUSE_TABLE)('%s', (_, exchange, __, others) => {
    const words = wordsOn(exchange, others);
    for (const { key, values } of words) {
      const placeholders = Object.keys(TEXTS[key]?.placeholders ?? {});
      expect([key, Object.keys(values).sort()]).toEqual([key, placeholders.sort()]);
    }
    expect(adviceOn(exchange, causeOf(exchange, others))).not.toEqual([]);
  });

  test.each(CAUSE_TABLE)('%s: nobody is told to log in for a preflight', (_, exchange, __, others) => {
    const { id } = causeOf(exchange, others);
    if (!id.startsWith('preflight-')) return;
    const said = wordsOn(exchange, others).map(say).join(' ');
    expect(said).not.toMatch(/\b(?:needs? a login|log in to|sign in)\b/i);
  });
});

test.each([
  [
    "a library's header",
    preflight(204, [ORIGIN, HEADERS], 'content-type,x-stainless-timeout'),
    "127.0.0.1:11434 doesn't allow the request header x-stainless-timeout, which OpenAI or another client made with Stainless adds",
  ],
  [
    'a library that its header settles',
    preflight(204, [ORIGIN, HEADERS], 'content-type,sentry-trace'),
    "127.0.0.1:11434 doesn't allow the request header sentry-trace, which the page's Sentry library adds",
  ],
  [
    'what tracing libraries have in common',
    preflight(204, [ORIGIN, HEADERS], 'traceparent'),
    "127.0.0.1:11434 doesn't allow the request header traceparent, which a tracing library adds",
  ],
  [
    'another library sends the same header with its own beside it',
    preflight(204, [ORIGIN, HEADERS], 'x-stainless-lang,anthropic-version'),
    "127.0.0.1:11434 doesn't allow the request headers x-stainless-lang, anthropic-version, which the page's Anthropic library adds",
  ],
  [
    'a 401',
    preflight(401),
    '127.0.0.1:11434 answers the preflight with 401: a login check stands before CORS',
  ],
  [
    'a 405 of nobody known',
    preflight(405),
    "127.0.0.1:11434 answers the preflight with 405: it doesn't take OPTIONS at this URL, so no CORS is set up there",
  ],
  [
    'a slash too many',
    simple(200, [['Access-Control-Allow-Origin', `${PAGE}/`]]),
    `127.0.0.1:11434 sends Access-Control-Allow-Origin with a slash at the end, so it matches no origin: ${PAGE}/`,
  ],
  [
    'a header that belongs on the answer',
    preflight(204, [ORIGIN, HEADERS], 'access-control-allow-origin'),
    'The page sends access-control-allow-origin to 127.0.0.1:11434 as a request header, but it belongs on the answer',
  ],
  [
    'two layers that disagree',
    passedPreflight(200, [['Access-Control-Allow-Origin', '*']], { outcome: FAILED }),
    `Two layers of 127.0.0.1:11434 set Access-Control-Allow-Origin: on the preflight it is ${PAGE}, on the answer *`,
  ],
])('the headline says it in one sentence: %s', (_, exchange, said) => {
  expect(say(causeHeadline(exchange, causeOf(exchange)))).toBe(said);
});

test.each([
  [
    'x-a',
    "Chrome asked for this header in the preflight, and Access-Control-Allow-Headers in the answer doesn't list it.",
  ],
  [
    'x-a,x-b',
    "Chrome asked for these headers in the preflight, and Access-Control-Allow-Headers in the answer doesn't list them.",
  ],
  [
    'sentry-trace',
    "The library adds it to its calls by itself. Chrome asked for it in the preflight, and Access-Control-Allow-Headers doesn't list it.",
  ],
  [
    'sentry-trace,baggage',
    "The library adds them to its calls by itself. Chrome asked for them in the preflight, and Access-Control-Allow-Headers doesn't list them.",
  ],
  [
    'x-stainless-lang,x-stainless-os',
    "Several libraries add such headers by themselves, among them OpenAI, Cerebras, Groq, LangSmith, Llama Stack, Together. Which one the page uses can't be told from the headers. Chrome asked for them in the preflight, and Access-Control-Allow-Headers doesn't list them.",
  ],
  [
    'authorization,openai-beta,x-stainless-lang,x-stainless-os,x-stainless-arch',
    "Libraries add openai-beta (OpenAI), x-stainless-* (OpenAI); the page's own code adds authorization. Chrome asked for them in the preflight, and Access-Control-Allow-Headers doesn't list them.",
  ],
  [
    'x-a,traceparent',
    "Libraries add traceparent (Datadog, OpenTelemetry, Application Insights, BugSnag Performance, …); the page's own code or another library adds x-a. Chrome asked for them in the preflight, and Access-Control-Allow-Headers doesn't list them.",
  ],
  [
    'sentry-trace,apikey,x-client-info',
    "Libraries of the page add sentry-trace (Sentry), apikey (Supabase), x-client-info (Supabase). Chrome asked for them in the preflight, and Access-Control-Allow-Headers doesn't list them.",
  ],
  [
    'x-xsrf-token',
    "Libraries such as Angular, axios add x-xsrf-token, and so may the page's own code. Chrome asked in the preflight, and Access-Control-Allow-Headers doesn't list what it asked for.",
  ],
])('who adds the headers is said: %s', (names, said) => {
  const exchange = preflight(204, [ORIGIN, HEADERS], names);
  const happened = whatHappened(exchange, causeOf(exchange));
  expect(happened && say(happened)).toBe(said);
});

test.each([
  ['', 'empty'],
  ['http://a.test, http://b.test', 'list'],
  ['http://a.test http://b.test', 'list'],
  ['http://*.a.test', 'wildcard-inside'],
  ['http://localhost:*', 'wildcard-inside'],
  ['localhost:3000', 'no-scheme'],
  ['a.test', 'no-scheme'],
  ['api:8080', 'no-scheme'],
  ['a.test/', 'no-scheme'],
  ['http://a.test/', 'trailing-slash'],
  ['http://a.test/app', 'path'],
  ['HTTP://a.test', 'upper-case'],
  ['http://A.test', 'upper-case'],
  ['http://a.test:80', 'default-port'],
  ['https://a.test:443', 'default-port'],
  ['true', 'no-origin'],
  ['"http://a.test"', 'no-origin'],
  ['http://ä.test', 'no-origin'],
  ['*', null],
  ['null', null],
  ['http://a.test', null],
  ['http://a.test:8080', null],
  ['chrome-extension://abc', null],
])('%j as an origin: %s', (value, mistake) => expect(originMistake(value)).toBe(mistake));

describe('what got through is not called passed where it is no answer', () => {
  const html = ['Content-Type', 'text/html; charset=utf-8'] as const;
  const login: Partial<Exchange> = { overridden: true, outcome: COMPLETED };
  const page = simple(200, [html], { url: 'http://127.0.0.1:11434/login' });
  const passed = (exchange: Exchange) => headline(exchange, diagnose(exchange, CHROME), null);

  test('a login page, with an override', () => {
    expect(say(passed({ ...page, ...login }))).toBe(
      'The call got through, thanks to the override, but the answer is the login page http://127.0.0.1:11434/login',
    );
  });

  test('a login page that allows everyone', () => {
    const open = simple(200, [html, ORIGIN], { url: 'http://127.0.0.1:11434/login' });
    expect(passed({ ...open, outcome: COMPLETED }).key).toBe('headlinePassedLogin');
  });

  test('a page elsewhere that the call was led to, and that is told where to lead back to', () => {
    const back = `http://127.0.0.1:9000/?rd=${encodeURIComponent(page.hops[0].url)}`;
    const first = simple(302, [location(back)]).hops[0];
    const second = simple(200, [html], { url: back }).hops[0];
    expect(passed({ ...page, ...login, hops: [first, second] }).key).toBe('headlineOverriddenLogin');
  });

  test('data from an address like a login page is data', () => {
    const json = simple(200, [['Content-Type', 'application/json'], ORIGIN], {
      url: 'http://127.0.0.1:11434/login',
    });
    expect(passed({ ...json, outcome: COMPLETED }).key).toBe('headlinePassed');
  });

  test('an error', () => {
    expect(say(passed({ ...simple(401), ...login }))).toBe(
      'The call got through, thanks to the override, but 127.0.0.1:11434 answers with 401',
    );
  });
});

/** What happened and what to do, in English. */
function explained(exchange: Exchange): string {
  const happened = whatHappened(exchange, causeOf(exchange));
  const advice = adviceOn(exchange, causeOf(exchange)).map(({ sentence }) => sentence);
  return [...(happened === null ? [] : [happened]), ...advice].map(say).join(' ');
}

test.each([
  [404, 'only this question is unknown there, or the URL itself'],
  [405, 'Nothing there answers that method'],
  [501, 'Nothing there answers that method'],
  [422, 'taken for the call itself, found incomplete'],
])('what a router means by %i is said', (status, words) => {
  expect(explained(preflight(status))).toContain(words);
});

test('a proxy is named for a doubled header only where something in front of the app was seen', () => {
  const twice = [ORIGIN, ORIGIN] as const;
  expect(explained(simple(200, twice))).not.toMatch(/proxy|in front of/);
  expect(explained(simple(200, [...twice, ['Via', '1.1 edge']]))).toMatch(/in front of it.*out of the proxy/);
  expect(explained(simple(200, [...twice, ['Server', 'nginx/1.26.2']]))).toContain('out of the proxy');
});
