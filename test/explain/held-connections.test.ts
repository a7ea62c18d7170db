import { describe, expect, test } from 'vitest';
import type { Exchange, Hop, Outcome } from '../../src/cors/exchange.ts';
import { heldConnections } from '../../src/explain/held-connections.ts';
import { API, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';

const PENDING: Outcome = { type: 'pending' };
const REDIRECT = { status: 307, headerList: [] };

interface Redirected {
  readonly from?: string;
  readonly to?: string;
  /** Whether the second preflight was answered, or isn't needed. */
  readonly next?: 'unanswered' | 'answered' | 'none';
}

/** A call whose redirect was answered, and whose next preflight waits. */
function redirected({ from = API, to = API, next = 'unanswered' }: Redirected = {}): Exchange {
  const asked = samplePreflight({}, {});
  const first: Hop = {
    url: `${from}/old`,
    method: 'POST',
    preflight: asked,
    requestHeaders: [['x-a', '1']],
    response: REDIRECT,
  };
  const preflight = next === 'none' ? null : next === 'answered' ? asked : { ...asked, response: null };
  const second: Hop = { ...first, url: `${to}/new`, preflight, requestHeaders: null, response: null };
  return sampleExchange({}, { hops: [first, second], outcome: PENDING, endedAt: null });
}

/** A call that gets no connection, and was sent to no other URL before. */
const WAITING = sampleExchange({ requestHeaders: [['x-a', '1']] }, { outcome: PENDING, endedAt: null });

const many = (count: number, of?: Redirected) => Array.from({ length: count }, () => redirected(of));

describe('redirected calls hold all connections to a host', () => {
  test('if there are six: each is told the URL to call', () => {
    const held = heldConnections(redirected(), many(6));
    expect(held?.why).toEqual({
      key: 'heldConnections',
      values: { count: '6', host: '127.0.0.1:11434', limit: '6' },
    });
    expect(held?.advice).toEqual({ key: 'adviceHeldFinal', values: { url: `${API}/new` } });
  });

  test('and another call to the same host waits for them, too', () => {
    expect(heldConnections(WAITING, [...many(7), WAITING])?.advice.key).toBe('adviceHeldOthers');
  });
});

describe('nothing is said', () => {
  test.each([
    ['of five', redirected(), many(5)],
    [
      'where a redirect leads to another host',
      redirected({ to: 'http://api.test' }),
      many(6, { to: 'http://api.test' }),
    ],
    ['where the next preflight was answered', WAITING, many(6, { next: 'answered' })],
    ['where no preflight follows', WAITING, many(6, { next: 'none' })],
    [
      'of https, which may be HTTP/2',
      redirected({ from: 'https://api.test', to: 'https://api.test' }),
      many(6, { from: 'https://api.test', to: 'https://api.test' }),
    ],
    ['of a call that is over', { ...redirected(), outcome: { type: 'completed' } }, many(6)],
    ['of a call that gets its answer', redirectedAndAnswered(), many(6)],
  ] as const)('%s', (_, exchange, others) => {
    expect(heldConnections(exchange, others)).toBeNull();
  });
});

function redirectedAndAnswered(): Exchange {
  return sampleExchange(
    { requestHeaders: [], response: { status: 200, headerList: [] } },
    { outcome: PENDING, endedAt: null },
  );
}
