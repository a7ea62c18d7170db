import { expect, test } from 'vitest';
import type { HeaderList } from '../../src/cors/index.ts';
import { blockedCauses } from '../../src/popup/blocked-causes.ts';
import { API, COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const ALLOWING: HeaderList = [['Access-Control-Allow-Origin', PAGE]];

/** A call whose preflight asks for a header that isn't allowed. */
function withHeader(name: string) {
  return sampleExchange({ preflight: samplePreflight({ headerNames: name }, { headerList: ALLOWING }) });
}

function answeredWith(headerList: HeaderList) {
  const requestHeaders: HeaderList = [['Origin', PAGE]];
  return sampleExchange({
    url: `${API}/`,
    method: 'GET',
    requestHeaders,
    response: { status: 200, headerList },
  });
}

test('requests are counted by what blocked them, the most frequent cause first', () => {
  const causes = blockedCauses([
    withHeader('x-one'),
    withHeader('x-two'),
    answeredWith([]),
    withHeader('x-two'),
  ]);
  expect(causes).toEqual([
    { label: { key: 'labelHeaders', values: [['x-two']] }, count: 2 },
    { label: { key: 'labelHeaders', values: [['x-one']] }, count: 1 },
    { label: { key: 'labelNotConfigured', values: [] }, count: 1 },
  ]);
});

test('what passed, failed for another reason or is still under way counts for nothing', () => {
  const passed = { ...answeredWith(ALLOWING), outcome: COMPLETED };
  const failed = sampleExchange(
    { requestHeaders: [['Origin', PAGE]] },
    { outcome: { type: 'error', error: 'net::ERR_CONNECTION_REFUSED' } },
  );
  const pending = sampleExchange({}, { outcome: { type: 'pending' }, endedAt: null });
  expect(blockedCauses([passed, failed, pending])).toEqual([]);
});
