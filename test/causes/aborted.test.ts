import { expect, test } from 'vitest';
import type { Exchange } from '../../src/cors/exchange.ts';
import { sampleExchange } from '../cors/sample-exchange.ts';
import { saidOf } from './say.ts';

const ABORTED = { type: 'error', error: 'net::ERR_ABORTED' } as const;
const first = sampleExchange({ response: null }, { outcome: ABORTED });

test('a call that the page gave up is told so', () => {
  const said = saidOf(first);
  expect(said?.headline).toMatch(/gave up the call/);
  expect(said?.advice.join('\n')).not.toMatch(/Content-Security-Policy/);
});

test('a call that ended where a redirect led it may have been forbidden by the page’s policy', () => {
  const [hop] = first.hops;
  const response = { status: 307, headerList: [['Location', 'http://localhost:9/to']] as const };
  const redirected: Exchange = { ...first, hops: [{ ...hop, response }] };
  const followed: Exchange = {
    ...first,
    hops: [
      { ...hop, response },
      { ...hop, url: 'http://localhost:9/to' },
    ],
  };
  for (const said of [saidOf(redirected), saidOf(followed)]) {
    expect(said?.id).toBe('aborted');
    expect(said?.headline).toMatch(/where a redirect led it, to localhost:9/);
    expect(said?.advice.join('\n')).toMatch(/Content-Security-Policy forbids localhost:9/);
  }
});
