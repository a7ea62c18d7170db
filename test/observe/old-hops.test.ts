import { expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import type { HeaderList } from '../../src/cors/header-list.ts';
import { tabOwner } from '../../src/cors/owner.ts';
import type { ObservedRequest, ObservedStep } from '../../src/observe/observed.ts';
import { withoutOldHops } from '../../src/observe/old-hops.ts';
import { type ExchangeRecord, toExchange } from '../../src/observe/record.ts';

const PAGE = 'http://localhost:5173';
const LONG = 'v'.repeat(10_000);
const url = (hop: number) => `http://127.0.0.1:8000/${hop}`;

function observed(requestId: string, steps: readonly ObservedStep[]): ObservedRequest {
  const [first, ...rest] = steps;
  if (first === undefined) throw new Error('There are no steps.');
  const source = {
    seenBy: 'webRequest',
    owner: tabOwner(7),
    frameId: 0,
    documentId: null,
    initiator: PAGE,
  } as const;
  return { source: { ...source, requestId, resourceType: 'xmlhttprequest' }, steps: [first, ...rest] };
}

/** A request that was redirected `hops` times, preflighted anew at each, and blocked in the end. */
function chain(hops: number): ExchangeRecord {
  let timeStamp = 1_000;
  const step = (at: number, more: object) =>
    ({ timeStamp: timeStamp++, url: url(at), method: 'PUT', ...more }) as ObservedStep;
  const requestHeaders: HeaderList = [
    ['Origin', PAGE],
    ['X-Long', LONG],
  ];
  const answer = (...more: HeaderList): object => {
    const allowed: HeaderList = [
      ['Access-Control-Allow-Origin', PAGE],
      ['Access-Control-Allow-Credentials', 'true'],
    ];
    const status = more.some(([name]) => name === 'Location') ? 307 : 200;
    return {
      phase: 'headers-received',
      response: { status, headerList: [...allowed, ['X-Long', LONG], ...more] },
    };
  };
  const preflights = Array.from({ length: hops + 1 }, (_, hopIndex) => {
    const preflight = [
      { timeStamp: 1, url: url(hopIndex), method: 'OPTIONS', phase: 'before-send-headers', requestHeaders },
      {
        ...step(hopIndex, hopIndex < hops ? answer(['Access-Control-Allow-Methods', 'PUT']) : answer()),
        method: 'OPTIONS',
      },
    ] as ObservedStep[];
    return { hopIndex, preflight: observed(`p${hopIndex}`, preflight) };
  });
  const redirects = Array.from({ length: hops }, (_, at) => [
    step(at, { phase: 'before-request' }),
    step(at, { phase: 'before-send-headers', requestHeaders }),
    step(at, answer(['Location', url(at + 1)])),
    step(at, { phase: 'before-redirect', redirectUrl: url(at + 1) }),
  ]).flat();
  const last = [
    step(hops, { phase: 'before-request' }),
    step(hops, { phase: 'error', error: 'net::ERR_FAILED' }),
  ];
  return { request: observed('1', [...redirects, ...last]), preflights, overridden: false, note: null };
}

test('a chain of redirects is stored short, and its last hop whole', () => {
  const record = chain(19);
  const short = withoutOldHops(record);
  expect(JSON.stringify(record).length).toBeGreaterThan(500_000);
  expect(JSON.stringify(short).length).toBeLessThan(50_000);
  const [before, after] = [toExchange(record), toExchange(short)];
  expect(after?.hops.map((hop) => hop.url)).toEqual(before?.hops.map((hop) => hop.url));
  expect(after?.hops.at(-1)).toEqual(before?.hops.at(-1));
});

test('and is judged as before', () => {
  const [before, after] = [chain(3), withoutOldHops(chain(3))].map((record) => {
    const exchange = toExchange(record);
    return exchange === null ? null : diagnose(exchange, CHROME);
  });
  expect(after).toEqual(before);
  expect(after?.outcome).toBe('blocked');
});

test('a request without redirects stays as it is', () => {
  expect(withoutOldHops(chain(0))).toEqual(chain(0));
});
