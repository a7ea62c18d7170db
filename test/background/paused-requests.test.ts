import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Consent } from '../../src/override/consent.ts';
import { newOverride, type Override } from '../../src/override/override.ts';
import { OVERRIDES_KEY, serialize } from '../../src/store/stored.ts';
import { FakeBrowser } from '../support/fake-browser.ts';
import { quit, startWorker } from '../support/start-worker.ts';

const PAGE = 'http://localhost:5174';
const STRANGER = 'http://evil.example.test';
const API = 'http://127.0.0.1:11434';
const CALLED = `${API}/v1`;
const NOW = 1_700_000_000_000;
const ANSWERING: readonly Consent[] = ['answer-preflight'];

let fake: FakeBrowser;
let tabId: number;
beforeEach(async () => {
  vi.useFakeTimers({ now: NOW });
  vi.spyOn(console, 'error').mockImplementation(() => {});
  fake = new FakeBrowser();
  await startWorker(fake);
  tabId = fake.addTab('about:blank');
});
afterEach(() => {
  expect(fake.errors).toEqual([]);
  quit(fake);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function later(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await fake.idle();
}

async function goTo(url: string): Promise<void> {
  fake.navigate(tabId, url);
  await later(100);
}

/** The tab's page is about to leave, which takes for ever. */
async function beginToGoTo(url: string): Promise<void> {
  fake.debugger.underWay.add(tabId);
  fake.onBeforeNavigate.fire({ tabId, frameId: 0, parentFrameId: -1, url, timeStamp: NOW });
  await fake.idle();
}

function setOverride(allow: readonly Consent[] = ANSWERING, targetOrigin = API): Promise<unknown> {
  return fake.send({ type: 'setOverride', tabId, pageOrigin: PAGE, targetOrigin, enabled: true, allow });
}

/** An override that has seen which calls the page's opaque frames make, and where the page's own are redirected to. */
async function setObservingOverride(): Promise<void> {
  const pair = { tabId, pageOrigin: PAGE, targetOrigin: API };
  const override = newOverride(pair, ['answer-preflight', 'opaque-origin'], NOW);
  const observations: Override['observations'] = {
    ...override.observations,
    calls: [{ url: CALLED, methods: ['PUT'], opaque: true, conditional: false }],
    taintedRequests: [{ exchangeId: '1', url: `${CALLED}/moved` }],
  };
  fake.session.plant(OVERRIDES_KEY, serialize([{ ...override, observations }]));
  await startWorker(fake);
  expect(fake.debugger.attached.has(`tab ${tabId}`)).toBe(true);
}

let requests = 0;
/** A preflight is paused in the tab. @returns what it is known by */
async function pause(origin: string, url = CALLED, frameId = 0): Promise<string> {
  const requestId = `request ${++requests}`;
  fake.debugger.onEvent.fire({ tabId }, 'Fetch.requestPaused', {
    requestId,
    frameId: `frame ${frameId}`,
    request: {
      url,
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'PUT' },
    },
  });
  await fake.idle();
  return requestId;
}

function outcomeOf(requestId: string): 'answered' | 'left to the server' | 'waits' {
  const told = fake.debugger.sent.filter(({ params }) => params.requestId === requestId);
  switch (told.map(({ method }) => method).join()) {
    case 'Fetch.fulfillRequest':
      return 'answered';
    case 'Fetch.continueRequest':
      return 'left to the server';
    case '':
      return 'waits';
    default:
      throw new Error('It was told several things.');
  }
}

describe('while a navigation is under way that takes for ever', () => {
  test('the preflight of a page that the override’s comes after goes on at once', async () => {
    await goTo(`${PAGE}/`);
    await setOverride();
    await goTo(`${STRANGER}/`);
    await beginToGoTo(`${PAGE}/`);
    expect(fake.debugger.attached.has(`tab ${tabId}`)).toBe(true);
    expect(outcomeOf(await pause(STRANGER))).toBe('left to the server');
    expect(outcomeOf(await pause('null'))).toBe('left to the server');
  });

  test('the preflight of the page itself is answered', async () => {
    await goTo(`${PAGE}/`);
    await setOverride();
    await beginToGoTo(`${PAGE}/slow`);
    expect(outcomeOf(await pause(PAGE))).toBe('answered');
  });

  test('one that could be of the page’s frames as well as of another’s goes on soon', async () => {
    await goTo(`${PAGE}/`);
    await setObservingOverride();
    await beginToGoTo(`${PAGE}/slow`);
    const requestId = await pause('null');
    expect(outcomeOf(requestId)).toBe('waits');
    await later(1_000);
    expect(outcomeOf(requestId)).toBe('left to the server');
  });
});

test('a preflight of an opaque origin is answered for the URL that it is known of, and no other', async () => {
  await goTo(`${PAGE}/`);
  await setObservingOverride();
  const opaque = fake.loadFrame(tabId, 'data:text/html,');
  await fake.idle();
  const outcome = async (...args: Parameters<typeof pause>) => outcomeOf(await pause(...args));
  expect(await outcome('null', CALLED, opaque)).toBe('answered');
  expect(await outcome('null', CALLED, 0)).toBe('left to the server');
  expect(await outcome('null', `${CALLED}/moved`, 0)).toBe('answered');
  // The browser tells no origin of a srcdoc frame: it may be the page's, and led there by a redirect.
  expect(await outcome('null', `${CALLED}/moved`, opaque)).toBe('answered');
  expect(await outcome('null', `${CALLED}/never`, opaque)).toBe('left to the server');
  expect(await outcome('null', `${CALLED}/moved`, 99)).toBe('left to the server');
});

describe('while the browser does not do what it is asked for an override', () => {
  test('the preflights of others go on at once, and the page’s soon', async () => {
    await goTo(`${PAGE}/`);
    await setOverride();
    const release = fake.hold('webNavigation.getAllFrames');
    const answer = setOverride(ANSWERING, 'http://127.0.0.1:8000');
    await fake.idle();
    expect(outcomeOf(await pause(STRANGER))).toBe('left to the server');
    const requestId = await pause(PAGE);
    expect(outcomeOf(requestId)).toBe('waits');
    await later(3_000);
    expect(outcomeOf(requestId)).toBe('left to the server');
    release();
    expect(await answer).toEqual({ ok: true });
  });

  test('it is given up after a while, and the debugger goes', async () => {
    await goTo(`${PAGE}/`);
    await setOverride([]);
    fake.hold('debugger.sendCommand', { after: 1 });
    const answer = setOverride();
    await later(6_000);
    expect(await answer).toMatchObject({ ok: false });
    expect(fake.debugger.attached.size).toBe(0);
    expect(await setOverride()).toEqual({ ok: true });
    expect(outcomeOf(await pause(PAGE))).toBe('answered');
  });
});
