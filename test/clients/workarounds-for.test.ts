import { expect, test } from 'vitest';
import { workaroundsFor } from '../../src/clients/workarounds-for.ts';

const url = 'http://127.0.0.1:8000/api/data';

function waysFor(names: readonly string[], asked = names) {
  return workaroundsFor({ url, names, asked, script: null }).map(({ summary, steps }) => ({
    key: summary.key,
    client: summary.values.client ?? summary.values.maker,
    names: summary.values.names,
    codes: steps.map((step) => (step.type === 'edit' ? step.code : '')),
  }));
}

test('each library is told apart by its own headers, and what they share goes with them', () => {
  const sdks = (...names: string[]) => waysFor(names).map(({ client }) => client);
  expect(sdks('sentry-trace', 'baggage')).toEqual(['Sentry']);
  expect(sdks('x-datadog-trace-id', 'traceparent', 'tracestate')).toEqual(['Datadog']);
  expect(sdks('request-id', 'traceparent')).toEqual(['Application Insights']);
  expect(sdks('x-stainless-os', 'anthropic-version')).toEqual(['Anthropic']);
  expect(sdks('sentry-trace', 'x-stainless-timeout')).toEqual(['Sentry', 'Stainless']);
  expect(sdks('content-type', 'x-request-id', 'authorization')).toEqual([]);
});

test('a header that is allowed still tells whose the other is', () => {
  const [way] = waysFor(['baggage'], ['sentry-trace', 'baggage']);
  expect(way).toMatchObject({ client: 'Sentry', names: ['baggage'] });
});

test('what several tracing libraries add is stopped by the setting of whichever it is', () => {
  const [way, ...others] = workaroundsFor({
    url,
    names: ['traceparent'],
    asked: ['traceparent'],
    script: null,
  });
  expect(others).toEqual([]);
  expect(way?.summary.key).toBe('clientOneOfSettings');
  expect(way?.summary.values.settings).toEqual(
    expect.arrayContaining(['OpenTelemetry: propagateTraceHeaderCorsUrls', 'Datadog: allowedTracingUrls']),
  );
});

test('only what was seen to be needed is said to be needed', () => {
  expect(waysFor(['apikey', 'x-client-info'])).toMatchObject([
    { key: 'clientStopSending', names: ['x-client-info'] },
    { key: 'clientNeedsHeaders', names: ['apikey'], codes: [] },
  ]);
  expect(waysFor(['x-contentful-user-agent'])).toEqual([]);
});

test('nobody is told to leave out what the protocol requires, also where a client works without', () => {
  const mcp = waysFor(['mcp-protocol-version', 'mcp-session-id']);
  expect(mcp).toMatchObject([
    { key: 'clientProtocolHeaders', names: ['mcp-protocol-version', 'mcp-session-id'], codes: [] },
  ]);
  expect(waysFor(['tus-resumable', 'x-stainless-os', 'mcp-protocol-version']).map(({ key }) => key)).toEqual([
    'clientFamilyStopSending',
    'clientProtocolHeaders',
    'clientProtocolHeaders',
  ]);
});

test('Anthropic’s own server alone needs its headers', () => {
  const names = ['anthropic-version', 'x-stainless-os'];
  const keys = (to: string) =>
    workaroundsFor({ url: to, names, asked: names, script: null }).map(({ summary }) => summary.key);
  expect(keys('https://api.anthropic.com/v1/messages')).toEqual(['clientStopSending', 'clientNeedsHeaders']);
  expect(keys(url)).toEqual(['clientStopSending']);
});

test('every shown option is valid code, whatever the header is called', () => {
  const nasty = ["x-stainless-it's", 'x-stainless-`$&^~'];
  const known = [
    ['x-client-info'],
    ['sentry-trace'],
    ['x-datadog-tags'],
    ['request-id'],
    ['x-mistral-user-agent'],
    ['connect-protocol-version'],
    ['x-meilisearch-client'],
    ['x-launchdarkly-user-agent'],
  ];
  for (const names of [nasty, ...known]) {
    const codes = waysFor(names).flatMap((way) => way.codes);
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes)
      expect(() => new Function('location', 'HTTPClient', `return {${code}}`)({}, class {})).not.toThrow();
  }
});

test('tRPC is told of the link that needs no header: the other can not do without', () => {
  expect(waysFor(['trpc-accept'])).toMatchObject([
    { key: 'clientSetting', names: ['trpc-accept'], codes: [] },
  ]);
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
