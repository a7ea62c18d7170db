import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Consent } from '../../src/override/consent.ts';
import { CleanUp } from '../demo/clean-up.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { createServerFolder } from '../servers/server-folder.ts';
import { startStaticPage } from '../servers/static-page.ts';
import { sendMessage, tabIdOf } from './harness/extension-page.ts';
import { BUILT_EXTENSION } from './harness/launch.ts';
import { stopWorker } from './harness/worker.ts';
import { declaredRules, headerRules } from './support/declared-rules.ts';
import { ownChromium } from './support/shared-chromium.ts';

const FAR = 'evil.example.test';
const chromium = ownChromium();

const EMPTY = '<!doctype html><title>A page</title><link rel="icon" href="data:,"><body>';
const WORKER = `
  self.addEventListener('install', () => skipWaiting());
  self.addEventListener('activate', () => clients.claim());
  self.addEventListener('fetch', (event) => {
    if (!new URL(event.request.url).pathname.startsWith('/from-worker')) return;
    const headers = { 'Content-Type': 'text/html' };
    event.respondWith(new Response('<!doctype html>', { headers }));
  });`;

/** Calls the URL that it is told, and says that it has. */
const CALLING = `<!doctype html><script>
  addEventListener('message', ({ data, source }) => {
    fetch(data).catch(() => {}).then(() => source.postMessage('called', '*'));
  });
</script>`;

const cleanUp = new CleanUp();
let own: Awaited<ReturnType<typeof startStaticPage>>;
let other: Awaited<ReturnType<typeof startStaticPage>>;
beforeAll(async () => {
  const files = new Map<string, string>([
    ['/index.html', EMPTY],
    ['/next.html', EMPTY],
    ['/registering.html', EMPTY],
    ['/worker.js', WORKER],
    ['/calling.html', CALLING],
    ['/file.bin', 'a download'],
  ]);
  own = await cleanUp.started(startStaticPage(files));
  other = await cleanUp.started(startStaticPage(files));
});
afterAll(() => cleanUp.run());

/** Allows no origin but its own, for which it needs no header; redirects from `/moved`. */
async function startTarget() {
  const server = await startRawServer(({ path, headers, isPreflight }) => {
    const origin = headers.get('origin');
    if (path.startsWith('/closed'))
      return httpAnswer(isPreflight ? 204 : 200, [], isPreflight ? '' : 'secret');
    const isOwn = origin === undefined || origin === `http://${headers.get('host')}`;
    return isOwn ? httpAnswer(isPreflight ? 204 : 200, [], isPreflight ? '' : 'secret') : httpAnswer(403, []);
  });
  /** The origins that calls by `who` came with. */
  const originsOf = (who: string) =>
    server.requests
      .filter(({ path }) => path.includes(`who=${who}`))
      .map(({ headers }) => headers.get('origin'));
  return { ...server, originsOf };
}

/** Expects that the stranger's calls have come, with an origin of its own. */
function expectUnforged({ origin, originsOf }: Awaited<ReturnType<typeof startTarget>>): void {
  const origins = originsOf('stranger');
  expect(origins.length).toBeGreaterThan(0);
  expect(origins).not.toContain(origin);
}

/** Calls a URL. @returns what came, or that it couldn't be read */
function call(sender: Page | Frame, url: string, init: RequestInit = {}): Promise<string> {
  return sender.evaluate(
    (to, how) =>
      fetch(to, how)
        .then((response) => response.text())
        .catch(() => 'unreadable'),
    url,
    init,
  );
}

function addFrame(
  page: Page | Frame,
  src: string,
  tag: 'iframe' | 'object' | 'embed' = 'iframe',
): Promise<void> {
  return page.evaluate(
    (url, name) =>
      new Promise<void>((resolve) => {
        const element = document.createElement(name);
        element.setAttribute(name === 'object' ? 'data' : 'src', url);
        element.setAttribute('name', 'added');
        element.addEventListener('load', () => resolve());
        document.body.append(element);
      }),
    src,
    tag,
  );
}

function addedFrame(page: Page): Frame {
  const frame = page.frames().at(-1);
  if (frame === undefined || frame === page.mainFrame()) throw new Error('There is no frame.');
  return frame;
}

/** Has a document of a site replace itself by what `replace` makes of it. */
async function replaced(frame: Frame, replace: () => void): Promise<void> {
  await Promise.all([frame.waitForNavigation().catch(() => {}), frame.evaluate(replace).catch(() => {})]);
}

const byBlob = () => {
  location.href = URL.createObjectURL(new Blob(['<!doctype html>'], { type: 'text/html' }));
};
const byNothing = () => {
  location.href = 'about:blank';
};

/** A page whose calls to a target pass with an override, which has been on for it. */
async function start(allow: readonly Consent[] = [], path = '/') {
  const target = await chromium.started(startTarget());
  const page = await chromium.openPage(`${own.origin}${path}`);
  const extension = await chromium.openExtensionPage();
  await page.bringToFront();
  const tabId = await tabIdOf(extension, `${own.origin}${path}`);
  const seen = `${target.origin}/seen`;
  await call(page, `${seen}?who=page`);
  const setOverride = async (enabled: boolean) => {
    const pair = { tabId, pageOrigin: own.origin, targetOrigin: target.origin };
    expect(
      await sendMessage(extension, { type: 'setOverride', ...pair, enabled, ...(enabled ? { allow } : {}) }),
    ).toEqual({
      ok: true,
    });
  };
  return { target, page, extension, seen, setOverride };
}

test('alone in its tab, the page is let in by its override with the origin of the server', async () => {
  const { page, extension, seen, target, setOverride } = await start();
  await setOverride(true);
  expect(await call(page, `${seen}?who=page`)).toBe('secret');
  expect(target.originsOf('page')).toEqual([own.origin, target.origin]);
  expect(await call(page, `${target.origin}/not-seen?who=first`)).toBe('');
  const filters = async () => (await headerRules(extension)).map(({ condition }) => condition.urlFilter);
  await expect.poll(filters).toContain(`|${target.origin}/not-seen|`);
  expect(await call(page, `${target.origin}/not-seen?who=second`)).toBe('secret');
});

interface Stranger {
  readonly name: string;
  /** Brings it into the tab. @returns from where it calls */
  bring(page: Page): Promise<Page | Frame>;
  /** What happens once the override is on, after which it must be as before. */
  afterwards?(page: Page, stranger: Page | Frame): Promise<void>;
}

const inFrame = (name: string, src: () => string, tag?: 'object' | 'embed'): Stranger => ({
  name,
  bring: async (page) => {
    await addFrame(page, src(), tag);
    return addedFrame(page);
  },
});
const ofOther = (path = '/') => `${other.origin}${path}`;

const STRANGERS: readonly Stranger[] = [
  inFrame('a frame of another port', () => ofOther()),
  inFrame('a frame whose host ends with a dot', () => `http://localhost.:${other.port}/`),
  inFrame(
    'a frame of a name under localhost that ends with a dot',
    () => `http://x.localhost.:${other.port}/`,
  ),
  inFrame('an <object> of another port', () => ofOther(), 'object'),
  inFrame('an <embed> of another port', () => ofOther(), 'embed'),
  {
    name: 'a page of another port',
    bring: async (page) => {
      await page.goto(ofOther());
      return page;
    },
  },
  {
    name: 'a page whose host ends with a dot',
    bring: async (page) => {
      await page.goto(`http://localhost.:${other.port}/`);
      return page;
    },
  },
  {
    name: 'a page of another port that was made of a blob',
    bring: async (page) => {
      await page.goto(ofOther());
      await replaced(page.mainFrame(), byBlob);
      return page;
    },
  },
  {
    name: 'a frame of another port that replaced itself by a blob',
    bring: async (page) => {
      await addFrame(page, ofOther());
      await replaced(addedFrame(page), byBlob);
      return addedFrame(page);
    },
  },
  {
    name: 'a frame of another port that emptied itself',
    bring: async (page) => {
      await addFrame(page, ofOther());
      await replaced(addedFrame(page), byNothing);
      return addedFrame(page);
    },
  },
  {
    name: 'a frame that its own service worker answers',
    bring: async (page) => {
      await page.goto(ofOther('/registering.html'));
      await page.evaluate(async () => {
        await navigator.serviceWorker.register('/worker.js');
        await navigator.serviceWorker.ready;
      });
      await page.goto(`${own.origin}/`);
      await addFrame(page, ofOther('/from-worker'));
      return addedFrame(page);
    },
  },
  {
    ...inFrame('a frame of another port, after a download', () => ofOther()),
    afterwards: async (page) => {
      await page.evaluate(() => {
        location.href = '/file.bin';
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
    },
  },
  {
    ...inFrame('a frame of another port that adds 51 frames', () => ofOther()),
    afterwards: async (_page, stranger) => {
      await stranger.evaluate(() => {
        for (let port = 20_001; port <= 20_051; port++) {
          const frame = document.createElement('iframe');
          frame.src = `http://127.0.0.1:${port}/`;
          document.body.append(frame);
        }
      });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    },
  },
];

describe('an override gives nothing to', () => {
  test.each(STRANGERS)('$name', async ({ bring, afterwards }) => {
    const { page, seen, target, extension, setOverride } = await start();
    const stranger = await bring(page);
    await setOverride(true);
    await afterwards?.(page, stranger);
    expect(await headerRules(extension)).toEqual([]);
    expect(await call(stranger, `${seen}?who=stranger`)).toBe('unreadable');
    expectUnforged(target);
  });

  test.each(STRANGERS)('$name that comes while it is on', async ({ bring, afterwards }) => {
    const { page, seen, target, setOverride } = await start();
    await setOverride(true);
    const stranger = await bring(page);
    await afterwards?.(page, stranger);
    expect(await call(stranger, `${seen}?who=stranger`)).toBe('unreadable');
    expectUnforged(target);
  });

  test('a page with an override in another tab, while the worker is stopped', async () => {
    const { page, seen, target, extension, setOverride } = await start();
    const elsewhere = await chromium.openPage(ofOther('/registering.html'));
    await elsewhere.evaluate(async () => {
      await navigator.serviceWorker.register('/worker.js');
      await navigator.serviceWorker.ready;
    });
    const tabId = await tabIdOf(extension, elsewhere.url());
    const pair = { tabId, pageOrigin: other.origin, targetOrigin: target.origin };
    await setOverride(true);
    expect(await sendMessage(extension, { type: 'setOverride', ...pair, enabled: true })).toEqual({
      ok: true,
    });
    for (let time = 0; time < 5; time++) {
      await page.goto(`${own.origin}/`);
      await expect.poll(() => call(page, `${seen}?who=page`)).toBe('secret');
      await stopWorker(chromium.browser, chromium.extensionId);
      await page.goto(ofOther('/from-worker'));
      await call(page, `${seen}?who=stranger`);
    }
    expect(target.originsOf('stranger')).toEqual(Array(5).fill(other.origin));
  });

  test('a frame of another port that comes back with its page', async () => {
    const { page, seen, target, setOverride } = await start();
    await addFrame(page, ofOther('/calling.html'));
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    // It is held back from the beginning: rules that change would empty the cache.
    await setOverride(true);
    await page.goto(ofOther('/next.html'));
    await page.goBack();
    expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (let time = 0; time < 5; time++) {
      await page.evaluate(
        (url) =>
          new Promise((resolve) => {
            addEventListener('message', resolve, { once: true });
            window.frames[0]?.postMessage(url, '*');
          }),
        `${seen}?who=stranger`,
      );
    }
    expect(target.originsOf('stranger')).toEqual(Array(5).fill(other.origin));
  });

  test('a frame of another port that was exempt, once another override has changed what is exempt', async () => {
    const { page, seen, target, extension, setOverride } = await start();
    await setOverride(true);
    await addFrame(page, ofOther(), 'object');
    const elsewhere = await chromium.openPage(ofOther('/next.html'));
    const tabId = await tabIdOf(extension, elsewhere.url());
    const pair = { tabId, pageOrigin: other.origin, targetOrigin: target.origin };
    expect(await sendMessage(extension, { type: 'setOverride', ...pair, enabled: true })).toEqual({
      ok: true,
    });
    expect(await call(addedFrame(page), `${seen}?who=stranger`)).toBe('unreadable');
    expectUnforged(target);
  });
});

test('what holds an override back and is gone ends with that', async () => {
  const { page, seen, setOverride } = await start();
  await addFrame(page, ofOther());
  await setOverride(true);
  expect(await call(page, `${seen}?who=page`)).toBe('unreadable');
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await expect.poll(() => call(page, `${seen}?who=page`)).toBe('secret');
});

test('an extension that is new changes nothing for a page that was there before, until that is loaded anew', async () => {
  const { page, seen, target } = await start();
  await addFrame(page, ofOther());
  await replaced(addedFrame(page), byBlob);
  // As an update does, this replaces the extension that is there.
  expect(await chromium.browser.installExtension(BUILT_EXTENSION)).toBe(chromium.extensionId);
  const extension = await chromium.openExtensionPage();
  await page.bringToFront();
  const tabId = await tabIdOf(extension, `${own.origin}/`);
  await call(page, `${seen}?who=page`);
  const pair = { tabId, pageOrigin: own.origin, targetOrigin: target.origin };
  expect(await sendMessage(extension, { type: 'setOverride', ...pair, enabled: true })).toEqual({ ok: true });
  expect(await headerRules(extension)).toEqual([]);
  expect(await call(addedFrame(page), `${seen}?who=stranger`)).toBe('unreadable');
  expectUnforged(target);
  await page.reload();
  await expect.poll(() => call(page, `${seen}?who=page`)).toBe('secret');
});

test('with consent to opaque origins, a page that is not on localhost gains nothing while it goes to the own one', async () => {
  const sandboxing = `${EMPTY}<iframe name="sandbox" sandbox="allow-scripts" srcdoc="."></iframe>`;
  const site = await chromium.started(
    startRawServer(({ path }) =>
      path === '/hang'
        ? new Promise<string>(() => {})
        : httpAnswer(200, [['Content-Type', 'text/html']], sandboxing),
    ),
  );
  const target = await chromium.started(startTarget());
  const closed = `${target.origin}/closed`;
  const pageOrigin = `http://localhost:${site.port}`;
  const page = await chromium.openPage(`${pageOrigin}/`);
  const extension = await chromium.openExtensionPage();
  await page.bringToFront();
  const tabId = await tabIdOf(extension, `${pageOrigin}/`);
  const sandbox = await page.waitForFrame((frame) => frame.name() === 'sandbox');
  await call(sandbox, closed);
  const pair = { tabId, pageOrigin, targetOrigin: target.origin, allow: ['opaque-origin'] };
  expect(await sendMessage(extension, { type: 'setOverride', ...pair, enabled: true })).toEqual({ ok: true });
  await expect.poll(() => call(sandbox, closed)).toBe('secret');
  await page.goto(`http://${FAR}:${site.port}/`);
  // All in one go: as long as the navigation is under way, nothing else reaches the page.
  const read = await page.evaluate(
    async (url, own) => {
      const results: string[] = [];
      addEventListener('message', ({ data }) => results.push(data));
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-scripts');
      frame.srcdoc = `<script>setInterval(() => fetch('${url}').then((response) => response.text())
        .catch(() => 'unreadable').then((text) => parent.postMessage(text, '*')), 50)</script>`;
      document.body.append(frame);
      const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
      await pause(300);
      location.href = `${own}/hang`;
      await pause(200);
      const ofOwn = document.createElement('iframe');
      ofOwn.src = `${own}/`;
      document.body.append(ofOwn);
      await pause(1_000);
      window.stop();
      return results;
    },
    closed,
    pageOrigin,
  );
  expect(read.length).toBeGreaterThan(10);
  expect(new Set(read)).toEqual(new Set(['unreadable']));
});

test('while a page that does not answer is on its way, calls of the one that is still there are answered as ever', async () => {
  const target = await chromium.started(startTarget());
  /** Goes to that page, and calls from a frame with an opaque origin and from itself. */
  const script = `<script>
    const call = () => fetch('${target.origin}/closed', { method: 'PUT', signal: AbortSignal.timeout(4_000) }).then(
      (response) => response.text(),
      ({ name }) => name === 'TimeoutError' ? 'no answer' : 'unreadable');
    const callOnTheWay = async (to) => {
      const frame = document.createElement('iframe');
      frame.src = 'data:text/html,<script>onmessage = () => (' + call + ')().then((text) => parent.postMessage(text, "*"))</' + 'script>';
      document.body.append(frame);
      await new Promise((resolve) => { frame.onload = resolve; });
      location.href = to;
      await new Promise((resolve) => setTimeout(resolve, 500));
      const told = new Promise((resolve) => { onmessage = ({ data }) => resolve(data); });
      frame.contentWindow.postMessage('', '*');
      const results = { page: await call(), frame: await told };
      stop();
      return results;
    };
  </script>`;
  const site = await chromium.started(
    startRawServer(({ path }) =>
      path === '/hang'
        ? new Promise<string>(() => {})
        : httpAnswer(200, [['Content-Type', 'text/html']], EMPTY + script),
    ),
  );
  const pageOrigin = `http://localhost:${site.port}`;
  const page = await chromium.openPage(`${pageOrigin}/`);
  const extension = await chromium.openExtensionPage();
  await page.bringToFront();
  const tabId = await tabIdOf(extension, `${pageOrigin}/`);
  const allow: readonly Consent[] = ['answer-preflight', 'opaque-origin'];
  const pair = { tabId, pageOrigin, targetOrigin: target.origin };
  expect(await sendMessage(extension, { type: 'setOverride', ...pair, enabled: true, allow })).toEqual({
    ok: true,
  });
  // In one go: as long as the navigation is under way, nothing else reaches the page.
  const callsOnTheWay = () => page.evaluate(`callOnTheWay('${pageOrigin}/hang')`);
  expect(await callsOnTheWay()).toMatchObject({
    page: 'secret',
    frame: expect.not.stringContaining('no answer'),
  });
  await page.goto(`http://${FAR}:${site.port}/`);
  expect(await callsOnTheWay()).toEqual({ page: 'unreadable', frame: 'unreadable' });
});

test('a redirect that taints marks nothing that a page or frame could see, and lets no other app through', async () => {
  const { page, target, extension, setOverride } = await start();
  const to = `${target.origin}/closed/to`;
  const moved = await chromium.started(
    startRawServer(() =>
      httpAnswer(302, [
        ['Location', to],
        ['Access-Control-Allow-Origin', '*'],
      ]),
    ),
  );
  await call(page, `${moved.origin}/from`);
  await setOverride(true);
  expect(await call(page, `${moved.origin}/from`)).toBe('secret');
  const marks = (await declaredRules(extension)).flatMap(({ action }) =>
    (action.responseHeaders ?? []).flatMap(({ header, value }) =>
      header === 'Location' ? [value ?? ''] : [],
    ),
  );
  expect(marks.map((url) => new URL(url).hash.length > 30)).toEqual([true]);
  await addFrame(page, `${moved.origin}/from`);
  expect(addedFrame(page).url()).toBe(to);
  expect(await page.evaluate(async (url) => (await fetch(url)).url, `${moved.origin}/from`)).toBe(to);
  await page.goto(ofOther());
  expect(await call(page, `${moved.origin}/from`)).toBe('unreadable');
  expect(await call(page, `${moved.origin}/from${new URL(marks[0] ?? '').hash}`)).toBe('unreadable');
});

test('where a frame of another extension throws the debugger out, the page’s calls go on, and the override says so', async () => {
  const manifest = {
    manifest_version: 3,
    name: 'Another',
    version: '1',
    web_accessible_resources: [{ resources: ['frame.html'], matches: ['<all_urls>'] }],
  };
  const files = { 'manifest.json': JSON.stringify(manifest), 'frame.html': EMPTY };
  const folder = await chromium.started(createServerFolder(files));
  const another = await chromium.browser.installExtension(folder.path);
  const { page, target, extension, setOverride } = await start(['answer-preflight']);
  const closed = `${target.origin}/closed`;
  await setOverride(true);
  expect(await call(page, closed, { method: 'PUT' })).toBe('secret');
  await addFrame(page, `chrome-extension://${another}/frame.html`);
  const refused = () =>
    extension.evaluate(async () => String((await chrome.storage.session.get('overrides')).overrides));
  await expect.poll(refused).toContain('"refused":"debugger"');
  const soon = new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), 4_000));
  expect(await Promise.race([call(page, closed), soon])).toBe('secret');
  await setOverride(false);
  expect(await Promise.race([call(page, closed), soon])).toBe('unreadable');
  await chromium.browser.uninstallExtension(another);
});
