import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Consent } from '../../src/override/consent.ts';
import { CleanUp } from '../demo/clean-up.ts';
import { startHttpsSite } from '../servers/https-site.ts';
import { startStaticPage } from '../servers/static-page.ts';
import { sendMessage, tabIdOf } from './harness/extension-page.ts';
import { declaredRules, headerRules } from './support/declared-rules.ts';
import { type LeakCall, leakCalls, type Manner, readAll, startLeakServer } from './support/leaks.ts';
import { namedFrames } from './support/named-frames.ts';
import { ownChromium } from './support/shared-chromium.ts';

const FAR = 'app.example.test';
const LOOKALIKE = 'localhost.example.test';
const STRANGER = 'ads.example.test';
const FAR_API = 'api.example.test';
/** What holds an override back does so within this, in ms: until then a stranger may read. */
const SOON = 2_000;
const chromium = ownChromium({ args: ['--ignore-certificate-errors'] });

const EMPTY = '<!doctype html><title>A page</title><link rel="icon" href="data:,"><body>';
const SANDBOXED = (name: string) =>
  `<iframe name="${name}" sandbox="allow-scripts" srcdoc="a frame"></iframe>`;
/** Frames of hosts that the extension has no access to, and one that it has. */
const FRAMED = (port: number) =>
  `<iframe name="stranger" src="http://${STRANGER}:${port}/stranger.html"></iframe>
   <iframe name="sandboxed stranger" sandbox="allow-scripts" src="http://${STRANGER}:${port}/"></iframe>
   <iframe name="127.0.0.1" src="http://127.0.0.1:${port}/"></iframe>`;

/** @param otherPort where the frames of another port are from */
async function startPages(otherPort = 0) {
  const files = new Map([
    ['/index.html', EMPTY],
    ['/ours.html', `${EMPTY}${SANDBOXED('our sandbox')}`],
    ['/stranger.html', `${EMPTY}${SANDBOXED("the stranger's sandbox")}`],
  ]);
  const page = await cleanUp.started(startStaticPage(files));
  files.set('/framed.html', `${EMPTY}${SANDBOXED('our sandbox')}${FRAMED(page.port)}`);
  files.set('/same-host.html', `${EMPTY}${SAME_HOST(page.port, otherPort)}`);
  return page;
}

/** Frames that rules can't tell from the page's own. */
const SAME_HOST = (port: number, otherPort: number) =>
  `<iframe name="other port" src="http://localhost:${otherPort}/"></iframe>
   <iframe name="name under localhost" src="http://foo.localhost:${port}/"></iframe>`;

interface Sender {
  readonly from: string;
  readonly place: Page | Frame;
  readonly calls: readonly LeakCall[];
}

interface Scene {
  readonly extension: Page;
  readonly page: Page;
  readonly pageOrigin: string;
  /** Of the override. */
  readonly target: string;
  /** Everything that an override must leave as it is. */
  readonly bystanders: readonly Sender[];
  setOverride(enabled: boolean, allow?: readonly Consent[]): Promise<void>;
  /** What each bystander can read, by who it is and what it asks for. */
  readElsewhere(): Promise<ReadonlyMap<string, string>>;
}

/** What stays the same for all scenes: where pages come from, and tabs that no override is for. */
interface Surroundings {
  readonly site: Awaited<ReturnType<typeof startPages>>;
  readonly tabs: readonly { readonly from: string; readonly place: Page }[];
}

const cleanUp = new CleanUp();
let surroundings: Surroundings;
beforeAll(async () => {
  const otherSite = await startPages();
  const site = await startPages(otherSite.port);
  const https = await cleanUp.started(startHttpsSite(EMPTY));
  const urls = [
    `${site.origin}/`,
    `${otherSite.origin}/`,
    ...['127.0.0.1', '[::1]', 'foo.localhost', FAR, LOOKALIKE].map((host) => `http://${host}:${site.port}/`),
    ...['127.0.0.1', 'localhost', FAR].map((host) => `https://${host}:${https.port}/`),
  ];
  const tabs: { from: string; place: Page }[] = [];
  for (const url of urls) {
    const place = await chromium.browser.newPage();
    await place.goto(url);
    tabs.push({ from: `a tab on ${url}`, place });
  }
  surroundings = { site, tabs };
});
afterAll(() => cleanUp.run());

/** A page that an override is for, with frames; and around it everything that it is not for. */
async function openScene(path: string): Promise<Scene> {
  const { site, tabs } = surroundings;
  const [api, otherApi] = [
    await chromium.started(startLeakServer()),
    await chromium.started(startLeakServer()),
  ];
  const pageOrigin = site.origin;
  const page = await chromium.openPage(`${pageOrigin}${path}`);
  const frames = await namedFrames(page);
  const ofFrames = frames.map(({ name, frame }) => ({ from: `the frame ${name}`, place: frame }));
  const targets = [otherApi.origin, `http://localhost:${api.port}`, `http://${FAR_API}:${api.port}`];
  const bystanders: Sender[] = [
    ...[...ofFrames, ...tabs].map((one) => ({ ...one, calls: leakCalls(api.origin) })),
    ...targets.map((target) => ({ from: 'the page itself', place: page, calls: leakCalls(target) })),
  ];
  const extension = await chromium.openExtensionPage();
  await page.bringToFront();
  const tabId = await tabIdOf(extension, `${pageOrigin}${path}`);
  return {
    extension,
    page,
    pageOrigin,
    target: api.origin,
    bystanders,
    setOverride: async (enabled, allow) => {
      const command = { type: 'setOverride', tabId, pageOrigin, targetOrigin: api.origin, enabled };
      expect(await sendMessage(extension, { ...command, ...(allow ? { allow } : {}) })).toEqual({ ok: true });
    },
    readElsewhere: async () => {
      const read = await Promise.all(
        bystanders.map(async ({ from, place, calls }) => {
          const texts = await readAll(place, calls);
          return calls.map((call, index) => [describeCall(from, call), texts[index] ?? ''] as const);
        }),
      );
      return new Map(read.flat());
    },
  };
}

function describeCall(from: string, { url, preflighted, credentials }: LeakCall): string {
  return `${from}: ${url}, ${preflighted ? 'preflighted' : 'simple'}, ${credentials}`;
}

/** The page's calls of this manner: those that an override for it lets through. */
async function readsOf({ page, target }: Scene, manner: Manner): Promise<ReadonlySet<string>> {
  return new Set(await readAll(page, leakCalls(target, [manner])));
}

const MEANS: readonly (readonly [manner: Manner, allow: readonly Consent[]])[] = [
  /** By response headers. */
  ['closed', []],
  /** By a rewritten origin. */
  ['own-only', []],
  ['closed-no-options', ['answer-preflight']],
];

test('an override, by whatever means, leaves everything else as it is', async () => {
  const scene = await openScene('/framed.html');
  const before = await scene.readElsewhere();
  expect(before.size).toBeGreaterThanOrEqual(200);
  for (const [manner, allow] of MEANS) {
    expect(await readsOf(scene, manner), manner).toContain('unreadable');
    await scene.setOverride(true, allow);
    expect(await readsOf(scene, manner), manner).toEqual(new Set(['200 secret']));
    expect(await scene.readElsewhere(), manner).toEqual(before);
    expect(await readsOf(scene, 'echo'), manner).toEqual(new Set(['200 secret']));
    expect(await readsOf(scene, manner), manner).toEqual(new Set(['200 secret']));
    await scene.setOverride(false);
    expect(await declaredRules(scene.extension)).toEqual([]);
  }
  expect(await scene.readElsewhere()).toEqual(before);
}, 180_000);

describe('consent to opaque origins', () => {
  test('reaches the page’s own frames, and nothing else', async () => {
    const scene = await openScene('/ours.html');
    const before = await scene.readElsewhere();
    expect(await readsOf(scene, 'closed')).toEqual(new Set(['unreadable']));
    await scene.setOverride(true, ['opaque-origin']);
    const during = await scene.readElsewhere();
    const changed = [...during].filter(([call, text]) => before.get(call) !== text);
    expect(changed.map(([call]) => call)).toContainEqual(expect.stringContaining('/closed'));
    for (const [call, text] of changed) {
      expect(call).toMatch(/^the frame our sandbox: /);
      expect(text).toBe('200 secret');
    }
    await scene.setOverride(false);
    expect(await scene.readElsewhere()).toEqual(before);
  });

  test('reaches none while a stranger’s frame is in the tab', async () => {
    const scene = await openScene('/framed.html');
    const before = await scene.readElsewhere();
    expect(await readsOf(scene, 'closed')).toEqual(new Set(['unreadable']));
    await scene.setOverride(true, ['opaque-origin']);
    expect(await scene.readElsewhere()).toEqual(before);
    expect(await readsOf(scene, 'closed')).toEqual(new Set(['200 secret']));
  });

  test('ends soon after a stranger’s frame is added', async () => {
    const scene = await openScene('/ours.html');
    const port = new URL(scene.pageOrigin).port;
    expect(await readsOf(scene, 'closed')).toEqual(new Set(['unreadable']));
    await scene.setOverride(true, ['opaque-origin']);
    const frame = await addStranger(scene.page, `http://${STRANGER}:${port}/`);
    await expect
      .poll(() => readAll(frame, leakCalls(scene.target, ['closed'])), { timeout: SOON })
      .toEqual(Array(4).fill('unreadable'));
  });
});

test('consent to opaque origins reaches nothing where the tab goes on to a page that can’t be seen', async () => {
  const scene = await openScene('/ours.html');
  const { page, pageOrigin, target } = scene;
  const calls = leakCalls(target, ['closed']);
  const readSandboxed = async () => {
    const frame = await page.waitForFrame((one) => one.name() === 'our sandbox');
    return await readAll(frame, calls);
  };
  const untilRead = (text: string) =>
    expect.poll(readSandboxed, { timeout: SOON }).toEqual(Array(4).fill(text));
  expect(await readsOf(scene, 'closed')).toEqual(new Set(['unreadable']));
  await scene.setOverride(true, ['opaque-origin']);
  await untilRead('200 secret');
  const neverGranted = `http://${FAR}:${new URL(pageOrigin).port}/ours.html`;
  for (const url of [neverGranted, new URL('support/a-file.html', import.meta.url).href]) {
    await page.goto(url);
    await untilRead('unreadable');
    expect(await readAll(page, calls)).toEqual(Array(4).fill('unreadable'));
    await page.goto(`${pageOrigin}/ours.html`);
    await untilRead('200 secret');
  }
});

/** Adds a stranger's frame with a sandboxed one in it. @returns that */
async function addStranger(page: Page, url: string): Promise<Frame> {
  const element = await page.evaluateHandle((src) => {
    const iframe = document.createElement('iframe');
    iframe.src = src;
    document.body.append(iframe);
    return new Promise<HTMLIFrameElement>((resolve) => {
      iframe.onload = () => resolve(iframe);
    });
  }, url);
  const stranger = await element.contentFrame();
  const sandboxed = await stranger.evaluateHandle(() => {
    const iframe = document.createElement('iframe');
    iframe.sandbox.add('allow-scripts');
    iframe.srcdoc = 'a frame';
    document.body.append(iframe);
    return new Promise<HTMLIFrameElement>((resolve) => {
      iframe.onload = () => resolve(iframe);
    });
  });
  return await sandboxed.contentFrame();
}

test('while the tab shows frames that rules can’t tell from the page, nothing is changed', async () => {
  const scene = await openScene('/same-host.html');
  const before = await scene.readElsewhere();
  expect(await readsOf(scene, 'closed')).toEqual(new Set(['unreadable']));
  await scene.setOverride(true);
  expect(await scene.readElsewhere()).toEqual(before);
  expect(await readsOf(scene, 'closed')).toEqual(new Set(['unreadable']));
  expect(await headerRules(scene.extension)).toEqual([]);
});
