import { expect, test } from 'vitest';
import type { Exchange } from '../../src/cors/exchange.ts';
import { adviceFor } from '../../src/explain/advice.ts';
import { say } from '../causes/say.ts';
import { COMPLETED, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';

const BEACON = 'A beacon always includes credentials, and its Content-Type gives it a preflight.';

/** A beacon whose body is JSON, and whose preflight is answered without any header. */
function beacon(rest: Partial<Exchange> = {}): Exchange {
  const preflight = samplePreflight({ headerNames: 'content-type' }, { status: 204, headerList: [] });
  return sampleExchange({ preflight }, { resourceType: 'ping', ...rest });
}

function inPage(exchange: Exchange): readonly string[] {
  return adviceFor(judge(exchange), []).inPage.map(say);
}

test('a beacon that its preflight stops can go without one', () => {
  expect(inPage(beacon()).filter((said) => said.startsWith(BEACON))).toHaveLength(1);
});

test.each<[what: string, exchange: Exchange]>([
  ['any other call', beacon({ resourceType: 'fetch' })],
  ['a beacon to nobody', beacon({ outcome: { type: 'error', error: 'net::ERR_CONNECTION_REFUSED' } })],
  ['a beacon of mode no-cors', sampleExchange({}, { resourceType: 'ping', outcome: COMPLETED })],
])('nothing of it is said of %s', (_, exchange) => {
  expect(inPage(exchange).filter((said) => said.startsWith(BEACON))).toEqual([]);
});
