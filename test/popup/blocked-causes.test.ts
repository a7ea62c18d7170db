import { expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import type { Exchange } from '../../src/cors/exchange.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { blockedCauses } from '../../src/popup/blocked-causes.ts';
import { API, COMPLETED, PAGE, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const ALLOWING: HeaderList = [['Access-Control-Allow-Origin', PAGE]];

/** A call whose preflight asks for a header that isn't allowed. */
function withHeader(name: string) {
  return sampleExchange({ preflight: samplePreflight({ headerNames: name }, { headerList: ALLOWING }) });
}

function answeredWith(headerList: HeaderList, api = API) {
  const requestHeaders: HeaderList = [['Origin', PAGE]];
  return sampleExchange({
    url: `${api}/`,
    method: 'GET',
    requestHeaders,
    response: { status: 200, headerList },
  });
}

/** Without the key, which is nothing to read. */
function shownOf(exchanges: readonly Exchange[]) {
  return blockedCauses(exchanges, CHROME).map(({ label, host, count }) => [
    label.key,
    label.values,
    host,
    count,
  ]);
}

test('requests are counted by what blocked them, the most frequent cause first', () => {
  const host = '127.0.0.1:11434';
  expect(shownOf([withHeader('x-one'), withHeader('x-two'), answeredWith([]), withHeader('x-two')])).toEqual([
    ['labelHeaders', { names: ['x-two'] }, host, 2],
    ['labelHeaders', { names: ['x-one'] }, host, 1],
    ['labelNotConfigured', {}, host, 1],
  ]);
});

test('the same cause at another server is another', () => {
  const [first, other] = [answeredWith([]), answeredWith([], 'http://127.0.0.1:8000')];
  expect(shownOf([first, other, other])).toEqual([
    ['labelNotConfigured', {}, '127.0.0.1:8000', 2],
    ['labelNotConfigured', {}, '127.0.0.1:11434', 1],
  ]);
});

test('what passed, failed for another reason or is still under way counts for nothing', () => {
  const passed = { ...answeredWith(ALLOWING), outcome: COMPLETED };
  const failed = sampleExchange(
    { requestHeaders: [['Origin', PAGE]] },
    { outcome: { type: 'error', error: 'net::ERR_CONNECTION_REFUSED' } },
  );
  const pending = sampleExchange({}, { outcome: { type: 'pending' }, endedAt: null });
  expect(blockedCauses([passed, failed, pending], CHROME)).toEqual([]);
});
