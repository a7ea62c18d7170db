import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/cors/exchange.ts';
import { behindLocalNetwork } from '../../src/explain/behind-local-network.ts';
import { concernsLocalNetwork } from '../../src/explain/concerns-local-network.ts';
import { type LocalNetwork, localNetworkNow } from '../../src/explain/local-network.ts';
import { sampleExchange } from '../cors/sample-exchange.ts';
import { judge } from './judge.ts';

const PUBLIC = 'https://app.example.com';
const ALL = ['loopback-network', 'local-network', 'local-network-access'] as const;
const DENIED = 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS';

/** A page that was never asked, and embeds nothing. */
const PAGE: LocalNetwork = {
  pageOrigin: PUBLIC,
  isSecure: true,
  states: { 'loopback-network': 'prompt', 'local-network': 'prompt', 'local-network-access': 'prompt' },
  allowed: ALL,
  frames: [],
};

function called(url: string, origin = PUBLIC, error = DENIED): Exchange {
  return sampleExchange({ url, method: 'GET' }, { origin, outcome: { type: 'error', error } });
}

function stateOf(permission: (typeof ALL)[number], state: 'granted' | 'denied'): LocalNetwork {
  return { ...PAGE, states: { ...PAGE.states, [permission]: state } };
}

function embedding(frame: Partial<LocalNetwork['frames'][number]>, page: LocalNetwork = PAGE): LocalNetwork {
  const plain = { url: 'https://frame.example.com/', sandbox: null, allow: '', delegated: [] };
  return { ...page, frames: [{ ...plain, ...frame }] };
}

const LOCALHOST = called('http://localhost:5173/');
const IN_SANDBOX = called('http://localhost:5173/', 'null');
const IN_FRAME = called('http://localhost:5173/', 'https://frame.example.com');
const keysOf = (exchange: Exchange, now: LocalNetwork) =>
  localNetworkNow(exchange, now).map(({ key }) => key);
const SANDBOXED = { sandbox: 'allow-scripts' };
const GIVEN = { allow: 'loopback-network', delegated: ['loopback-network'] as const };

describe('the page itself', () => {
  test.each([
    ['was never asked', LOCALHOST, PAGE, ['localPrompt']],
    ['is blocked', LOCALHOST, stateOf('loopback-network', 'denied'), ['localDenied']],
    ['is allowed', LOCALHOST, stateOf('loopback-network', 'granted'), ['localGranted']],
    ['is blocked from others', LOCALHOST, stateOf('local-network', 'denied'), ['localPrompt']],
    ['has a policy against it', LOCALHOST, { ...PAGE, allowed: [] }, ['localPolicy']],
    ['is insecure', LOCALHOST, { ...PAGE, isSecure: false }, ['localInsecure']],
    ["isn't told of by the browser", LOCALHOST, { ...PAGE, states: {} }, []],
  ] as const)('%s', (_, exchange, now, keys) => {
    expect(keysOf(exchange, now)).toEqual(keys);
  });

  test('is told of the permission that the server takes', () => {
    const named = (url: string, now: LocalNetwork) =>
      localNetworkNow(called(url), now).map(({ values }) => values.permissions);
    expect(named('http://192.168.1.5/', PAGE)).toEqual([['local-network']]);
    expect(named('http://127.0.0.1/', PAGE)).toEqual([['loopback-network']]);
    // The name doesn't tell where the server is.
    expect(named('http://box.example.com/', PAGE)).toEqual([['loopback-network', 'local-network']]);
    expect(named('http://box.example.com/', stateOf('local-network', 'denied'))).toEqual([['local-network']]);
    const older = { ...PAGE, states: { 'local-network-access': 'denied' }, allowed: null } as const;
    expect(named('http://127.0.0.1/', older)).toEqual([['local-network-access']]);
  });
});

describe('a frame', () => {
  test.each([
    ['that is given nothing', IN_SANDBOX, embedding(SANDBOXED), ['localFrameBare']],
    [
      'that is given another permission',
      IN_SANDBOX,
      embedding({ ...SANDBOXED, allow: 'local-network', delegated: ['local-network'] }),
      ['localFrameLacks'],
    ],
    [
      'of a page that is allowed',
      IN_SANDBOX,
      embedding(SANDBOXED, stateOf('loopback-network', 'granted')),
      ['localFrameBare', 'localOnlyFrame'],
    ],
    [
      'of a page that is blocked',
      IN_SANDBOX,
      embedding(SANDBOXED, stateOf('loopback-network', 'denied')),
      ['localFrameBare', 'localDenied'],
    ],
    ['that is given it', IN_SANDBOX, embedding({ ...SANDBOXED, ...GIVEN }), ['localFrameHas', 'localPrompt']],
    ['of another origin', IN_FRAME, embedding({}), ['localFrameBare']],
    ['with an origin of its own', IN_FRAME, embedding({ sandbox: 'Allow-Same-Origin' }), ['localFrameBare']],
    ['of another origin than the call', IN_FRAME, embedding(SANDBOXED), []],
    ['that the browser tells nothing of', IN_SANDBOX, embedding({ ...SANDBOXED, delegated: null }), []],
    ['within a frame', IN_FRAME, PAGE, []],
  ] as const)('%s', (_, exchange, now, keys) => {
    expect(keysOf(exchange, now)).toEqual(keys);
  });

  test('is named by its tag', () => {
    const [line] = localNetworkNow(IN_SANDBOX, embedding({ ...SANDBOXED, url: '' }));
    expect(line?.values.frame).toBe('<iframe srcdoc sandbox>');
  });
});

describe('what comes next', () => {
  test('is CORS, for a page', () => {
    expect(behindLocalNetwork(judge(LOCALHOST), false)?.key).toBe('localNextUnknown');
    expect(behindLocalNetwork(judge(LOCALHOST), true)?.key).toBe('localNextAsk');
  });

  test("isn't foretold for a frame whose origin no server should allow", () => {
    expect(behindLocalNetwork(judge(IN_SANDBOX), true)).toBeNull();
  });
});

describe('local network access', () => {
  const untold = 'net::ERR_FAILED';
  test.each([
    ['stopped what Chrome says it stopped', LOCALHOST, 'surely'],
    ['most likely stopped what has no reason', called('http://localhost/', PUBLIC, untold), 'likely'],
    ['lets a page of this machine be', called('http://192.168.1.5/', 'http://localhost:1', untold), null],
    ['lets one network be', called('http://192.168.1.5/', 'http://192.168.1.6', untold), null],
    ['lets public servers be', called('https://api.example.com/', PUBLIC, untold), null],
    [
      'lets a server be that is down',
      called('http://localhost/', PUBLIC, 'net::ERR_CONNECTION_REFUSED'),
      null,
    ],
  ] as const)('%s', (_, exchange, concern) => {
    expect(concernsLocalNetwork(judge(exchange))).toBe(concern);
  });
});
