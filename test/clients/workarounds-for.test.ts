import { expect, test } from 'vitest';
import { workaroundsFor } from '../../src/clients/workarounds-for.ts';

const url = 'http://127.0.0.1:8000/api/data';

function waysFor(names: readonly string[], asked = names) {
  return workaroundsFor({ url, names, asked }).map(({ summary, steps }) => ({
    sdk: summary.values[0],
    names: summary.values[1],
    codes: steps.map((step) => (step.type === 'edit' ? step.code : '')),
  }));
}

test('each library is told apart by its own headers, and what they share goes with them', () => {
  const sdks = (...names: string[]) => waysFor(names).map(({ sdk }) => sdk);
  expect(sdks('sentry-trace', 'baggage')).toEqual(['Sentry']);
  expect(sdks('x-datadog-trace-id', 'traceparent', 'tracestate')).toEqual(['Datadog']);
  expect(sdks('request-id', 'traceparent')).toEqual(['Application Insights']);
  expect(sdks('traceparent')).toEqual(['OpenTelemetry']);
  expect(sdks('x-stainless-os', 'anthropic-version')).toEqual(['Anthropic']);
  expect(sdks('sentry-trace', 'x-stainless-timeout')).toEqual(['Sentry', 'OpenAI']);
  expect(sdks('content-type', 'x-request-id', 'authorization')).toEqual([]);
});

test('a header that is allowed still tells whose the other is', () => {
  const [way] = waysFor(['baggage'], ['sentry-trace', 'baggage']);
  expect(way).toMatchObject({ sdk: 'Sentry', names: ['baggage'] });
});

test('a library that cannot do without is said to need it', () => {
  expect(waysFor(['mcp-protocol-version'])).toEqual([
    { sdk: 'MCP', names: ['mcp-protocol-version'], codes: [] },
  ]);
  expect(waysFor(['apikey', 'x-client-info'])).toMatchObject([{ sdk: 'Supabase', codes: [] }]);
});

test('every shown option is valid code, whatever the header is called', () => {
  const nasty = ["x-stainless-it's", 'x-stainless-`$&^~'];
  for (const names of [
    nasty,
    ['x-client-info'],
    ['sentry-trace'],
    ['x-datadog-tags'],
    ['b3'],
    ['request-id'],
  ]) {
    const codes = waysFor(names).flatMap((way) => way.codes);
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) new Function('location', `return {${code}}`)({ origin: 'http://localhost' });
  }
  const [openAi] = waysFor(nasty);
  const { defaultHeaders } = new Function(`return {${openAi?.codes[0]}}`)();
  expect(defaultHeaders).toEqual(Object.fromEntries(nasty.map((name) => [name, null])));
});

test('Application Insights leaves out the server with its port', () => {
  expect(waysFor(['request-id'])[0]?.codes).toEqual([
    "correlationHeaderExcludedDomains: ['127.0.0.1:8000'],",
  ]);
});

test("Supabase's own fetch leaves the header away and sends the others", () => {
  const [way] = waysFor(['x-client-info']);
  let sent: Headers | undefined;
  const recorder = (_url: string, init: RequestInit) => {
    sent = new Headers(init.headers);
  };
  const { global } = new Function('fetch', `return {${way?.codes[0]}}`)(recorder);
  global.fetch(url, { headers: { 'X-Client-Info': 'supabase-js/2', authorization: 'Bearer 1' } });
  expect([...(sent?.keys() ?? [])]).toEqual(['authorization']);
});

test('axios: the default that is usually set', () => {
  const [way] = waysFor(['x-requested-with']);
  const axios = {
    defaults: { headers: { common: { 'X-Requested-With': 'XMLHttpRequest', accept: '*/*' } } },
  };
  new Function('axios', way?.codes[0] ?? '')(axios);
  expect(axios.defaults.headers.common).toEqual({ accept: '*/*' });
});
