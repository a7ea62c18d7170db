import { expect, test } from 'vitest';
import { SERVICE_WORKER, tabOwner } from '../../src/cors/owner.ts';
import { endOverride, newOverride, type Override } from '../../src/override/override.ts';
import {
  answeredSenders,
  mayBeAnswered,
  type PausedRequest,
  preflightAnswer,
  senderOf,
} from '../../src/override/preflight-answer.ts';
import { API, PAGE } from '../cors/sample-exchange.ts';

const PAIR = { tabId: 7, pageOrigin: PAGE, targetOrigin: API };
const fresh = newOverride(PAIR, [], 0);
const paused: PausedRequest = {
  owner: tabOwner(7),
  url: `${API}/v1`,
  method: 'OPTIONS',
  headerList: [
    ['origin', PAGE],
    ['access-control-request-method', 'PUT'],
    ['access-control-request-headers', 'x-a,x-b'],
  ],
};
const withOrigin = (origin: string): Partial<PausedRequest> => ({
  headerList: [['Origin', origin], ...paused.headerList.slice(1)],
});
const pausedNull = { ...paused, ...withOrigin('null') };
const answering = newOverride(PAIR, ['answer-preflight'], 0);
const frameOf = (origin: string | null) => () => Promise.resolve(origin);

test('a preflight is answered with what it asks for, and nothing more', () => {
  expect(preflightAnswer(paused)).toEqual([
    ['Access-Control-Allow-Origin', PAGE],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Methods', 'PUT'],
    ['Access-Control-Allow-Headers', 'x-a, x-b'],
    ['Access-Control-Max-Age', '0'],
  ]);
});

test('a preflight of its pair is answered for the page', async () => {
  expect(mayBeAnswered([answering], paused)).toBe(true);
  expect(answeredSenders([answering], paused, 1)).toEqual([PAGE]);
});

test.each([
  ['without consent', [fresh], {}],
  ['once it has ended', endOverride([answering], PAIR, 1), {}],
  [
    'while it is held back',
    [{ ...answering, heldBackBy: { type: 'origin', origin: 'http://localhost:1' } }],
    {},
  ],
  ['once its time is up', [{ ...answering, expiresAt: 1 }], {}],
  ['since the clock was set back', [{ ...answering, since: 2 }], {}],
  ['of another tab', [answering], { owner: tabOwner(8) }],
  ['of a service worker', [answering], { owner: SERVICE_WORKER }],
  ['to another port', [answering], { url: 'http://127.0.0.1:1/v1' }],
  ['of another origin', [answering], withOrigin('http://localhost:1')],
  ['of an opaque origin', [answering], withOrigin('null')],
  ['that is none', [answering], { headerList: [['Origin', PAGE]] }],
  ['that is another method', [answering], { method: 'GET' }],
] as const)('no preflight is answered %s', (_case, overrides, other) => {
  expect(answeredSenders(overrides, { ...paused, ...other }, 1)).toEqual([]);
});

test.each([
  ['of another tab', [answering], { owner: tabOwner(8) }],
  ['to another port', [answering], { url: 'http://127.0.0.1:1/v1' }],
  ['of another origin', [answering], withOrigin('http://localhost:1')],
  ['that is none', [answering], { headerList: [['Origin', 'null']] }],
  ['that is another method', [answering], { method: 'GET' }],
  ['where there is no override', [], {}],
] as const)('no preflight waits for the state of overrides %s', (_case, overrides, other) => {
  expect(mayBeAnswered(overrides, { ...paused, ...other })).toBe(false);
});

test('a preflight of an opaque origin is answered where the page is redirected to, and for its opaque frames, each with what is known of it', () => {
  const { url } = paused;
  const opaque: Override = { ...answering, allow: ['answer-preflight', 'opaque-origin'] };
  const tainted = { taintedRequests: [{ exchangeId: '1', url }] };
  const calls = [{ url, methods: ['PUT'], opaque: true, conditional: false }];
  const observing = (override: Override, observations: Partial<Override['observations']>): Override => ({
    ...override,
    observations: { ...override.observations, ...observations },
  });
  const sendersOf = (override: Override) => answeredSenders([override], pausedNull, 1);
  expect(sendersOf(observing(answering, tainted))).toEqual([PAGE]);
  expect(sendersOf(observing(answering, { calls }))).toEqual([]);
  expect(sendersOf(observing(opaque, { calls }))).toEqual(['null']);
  expect(sendersOf(observing(opaque, { ...tainted, calls }))).toEqual([PAGE, 'null']);
  expect(
    sendersOf({
      ...observing(opaque, { calls }),
      opaqueHeldBackBy: { type: 'origin', origin: 'http://localhost:1' },
    }),
  ).toEqual([]);
});

test('a preflight of a later hop of a tainted chain is answered, and one of a URL that was never called is not', () => {
  const url = `${API}/last`;
  const calls = [{ url, methods: ['GET'], opaque: false, conditional: false }];
  const known: Override = { ...answering, observations: { ...answering.observations, calls } };
  expect(answeredSenders([known], { ...pausedNull, url: `${url}?page=2` }, 1)).toEqual([PAGE]);
  expect(answeredSenders([known], { ...pausedNull, url: `${API}/other` }, 1)).toEqual([]);
});

test('who sends a preflight is what it says, and asked of the frame where it says `null`', async () => {
  expect(await senderOf(paused, () => Promise.reject(new Error('asked')))).toBe(PAGE);
  expect(await senderOf(pausedNull, frameOf('http://localhost:1'))).toBe('http://localhost:1');
  expect(await senderOf(pausedNull, frameOf(null))).toBeNull();
});
