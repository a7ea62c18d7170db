import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Consent } from '../../src/override/consent.ts';
import {
  fetchAll,
  type LeakCall,
  leakCalls,
  type Manner,
  startLeakServer,
} from '../browser/support/leaks.ts';
import { CleanUp } from '../demo/clean-up.ts';
import { settledExchanges } from '../oracle/settled-exchanges.ts';
import { startStaticPage } from '../servers/static-page.ts';
import { checkedReport } from '../support/checked-report.ts';
import { type FirefoxExtension, installExtension } from './extension.ts';
import { findFirefox, NO_FIREFOX } from './find-firefox.ts';
import { launchFirefox } from './launch-firefox.ts';
import type { FirefoxTab, Marionette } from './marionette.ts';
import { openPlaces, RUNNER, runIn } from './places.ts';

const missing = findFirefox() === null;
if (missing) console.log(`Whom an override in Firefox reaches is not tried. ${NO_FIREFOX}`);

const FAR = 'app.example.test';
const SCRIPT = `<script>${RUNNER}</script>`;
const EMPTY = `<!doctype html><title>A page</title><link rel="icon" href="data:,"><body>${SCRIPT}`;
const SERVICE_WORKER = '/service.js';
const UNREADABLE = new Set(['unreadable']);
const READ = new Set(['200 secret']);

const frame = (name: string, attributes: string) => `<iframe name="${name}" ${attributes}></iframe>`;
const srcdoc = `srcdoc="${SCRIPT.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

describe.skipIf(missing)('in Firefox an override', () => {
  const cleanUp = new CleanUp();
  let marionette: Marionette;
  let extension: FirefoxExtension;
  let site: Awaited<ReturnType<typeof startStaticPage>>;
  let otherSite: Awaited<ReturnType<typeof startStaticPage>>;
  /** Tabs that no override is for. */
  const tabs: { readonly from: string; readonly tab: FirefoxTab }[] = [];

  beforeAll(async () => {
    const files = new Map([
      ['/index.html', EMPTY],
      [SERVICE_WORKER, RUNNER],
    ]);
    otherSite = await cleanUp.started(startStaticPage(files));
    site = await cleanUp.started(startStaticPage(files));
    files.set('/sandboxed.html', EMPTY + frame('sandboxed', `sandbox="allow-scripts" ${srcdoc}`));
    files.set(
      '/framed.html',
      EMPTY +
        frame('sandboxed', `sandbox="allow-scripts" ${srcdoc}`) +
        frame('data', `src="data:text/html,${encodeURIComponent(SCRIPT)}"`) +
        frame('stranger', `src="http://127.0.0.1:${site.port}/"`) +
        frame('far', `src="http://${FAR}:${site.port}/"`),
    );
    files.set('/other-port.html', EMPTY + frame('other', `src="${otherSite.origin}/"`));
    files.set('/below.html', EMPTY + frame('other', `src="http://foo.localhost:${site.port}/"`));
    const firefox = await cleanUp.started(
      launchFirefox({ 'network.dns.localDomains': `${FAR},foo.localhost` }),
    );
    marionette = firefox.marionette;
    extension = await installExtension(marionette);
    await grantAll(marionette, extension.id);
    const origins = [
      site.origin,
      otherSite.origin,
      ...['127.0.0.1', 'foo.localhost', 'localhost.', FAR].map((host) => `http://${host}:${site.port}`),
    ];
    for (const origin of origins) {
      const tab = await marionette.openTab();
      await tab.navigate(`${origin}/`);
      tabs.push({ from: `a tab on ${origin}`, tab });
    }
  }, 120_000);

  afterAll(() => cleanUp.run());

  interface Bystander {
    readonly from: string;
    readonly calls: readonly LeakCall[];
    read(calls: readonly LeakCall[]): Promise<readonly string[]>;
  }

  async function openScene(path: string, frames: readonly string[]) {
    const [api, otherApi] = [
      await cleanUp.started(startLeakServer()),
      await cleanUp.started(startLeakServer()),
    ];
    const page = await marionette.openTab();
    const url = `${site.origin}${path}?${api.port}`;
    await page.navigate(url);
    const tabId = await extension.tabIdOf(url);
    const readIn = (tab: FirefoxTab, place: string) => (calls: readonly LeakCall[]) =>
      tab.call(runIn<readonly string[]>, place, String(fetchAll), calls);
    const bystanders: Bystander[] = [
      ...frames.map((name) => ({
        from: `the frame ${name}`,
        read: readIn(page, name),
        calls: leakCalls(api.origin),
      })),
      ...tabs.map(({ from, tab }) => ({
        from,
        read: readIn(tab, 'page'),
        calls: leakCalls(api.origin),
      })),
      ...[otherApi.origin, `http://localhost:${api.port}`].map((target) => ({
        from: 'the page itself',
        read: readIn(page, 'page'),
        calls: leakCalls(target),
      })),
    ];
    return {
      page,
      tabId,
      api,
      readIn,
      /** Whatever the page reads of these, simple and preflighted, with credentials and without. */
      async reads(manner: Manner, place = 'page') {
        return new Set(await readIn(page, place)(leakCalls(api.origin, [manner])));
      },
      async setOverride(enabled: boolean, allow: readonly Consent[] = []) {
        const pair = { tabId, pageOrigin: site.origin, targetOrigin: api.origin };
        const command = { type: 'setOverride', ...pair, enabled, ...(enabled ? { allow } : {}) } as const;
        expect(await extension.send(command)).toEqual({ ok: true });
      },
      async readElsewhere(): Promise<ReadonlyMap<string, string>> {
        const read = new Map<string, string>();
        for (const { from, calls, read: readHere } of bystanders) {
          for (const [index, text] of (await readHere(calls)).entries()) {
            const { url: asked, preflighted, credentials } = calls[index] ?? calls[0] ?? { url: '' };
            read.set(`${from}: ${asked}, ${preflighted ? 'preflighted' : 'simple'}, ${credentials}`, text);
          }
        }
        return read;
      },
      async [Symbol.asyncDispose]() {
        await page.close();
        // Firefox opens the next tab from one that is there: this brings the extension's to the front.
        await this.setOverride(false);
      },
    };
  }

  async function headerRules(): Promise<number> {
    return await extension.tab.call(async () => {
      const rules = await browser.declarativeNetRequest.getSessionRules();
      return rules.filter(({ action }) => action.type === 'modifyHeaders').length;
    });
  }

  test('leaves everything else as it is, by whatever means', async () => {
    await using scene = await openScene('/framed.html', ['sandboxed', 'data', 'stranger', 'far']);
    const before = await scene.readElsewhere();
    expect(before.size).toBeGreaterThanOrEqual(200);
    for (const manner of ['closed', 'own-only'] as const) {
      expect(await scene.reads(manner), manner).toContain('unreadable');
      await scene.setOverride(true);
      await expect.poll(() => scene.reads(manner)).toEqual(READ);
      expect(await scene.readElsewhere(), manner).toEqual(before);
      expect(await scene.reads('echo'), manner).toEqual(READ);
      expect(await scene.reads(manner), manner).toEqual(READ);
      await scene.setOverride(false);
      expect(await headerRules()).toBe(0);
      expect(await scene.reads(manner), manner).toContain('unreadable');
      expect(await scene.readElsewhere(), manner).toEqual(before);
    }
  }, 120_000);

  test('that was used keeps no answer for later in the cache', async () => {
    await using scene = await openScene('/index.html', []);
    const read = () =>
      scene.page.call(async (url: string) => {
        return await fetch(url).then(
          (response) => response.text(),
          () => 'unreadable',
        );
      }, `${scene.api.origin}/cacheable`);
    expect(await read()).toBe('unreadable');
    await scene.setOverride(true);
    await expect.poll(read).toBe('secret');
    await scene.setOverride(false);
    expect(await read()).toBe('unreadable');
  });

  test('with consent to opaque origins reaches the page’s own frames alone, and none beside a stranger’s', async () => {
    await using own = await openScene('/sandboxed.html', []);
    expect(await own.reads('closed', 'sandboxed')).toEqual(UNREADABLE);
    await own.setOverride(true, ['opaque-origin']);
    await expect.poll(() => own.reads('closed', 'sandboxed')).toEqual(READ);
    await own.setOverride(false);
    expect(await own.reads('closed', 'sandboxed')).toEqual(UNREADABLE);
    await using framed = await openScene('/framed.html', ['sandboxed', 'data', 'stranger', 'far']);
    const before = await framed.readElsewhere();
    expect(await framed.reads('closed')).toEqual(UNREADABLE);
    await framed.setOverride(true, ['opaque-origin']);
    await expect.poll(() => framed.reads('closed')).toEqual(READ);
    expect(await framed.readElsewhere()).toEqual(before);
  }, 120_000);

  test.each(['/other-port.html', '/below.html'])(
    'is held back beside the frame of %s',
    async (path) => {
      await using scene = await openScene(path, ['other']);
      const before = await scene.readElsewhere();
      expect(await scene.reads('closed')).toEqual(UNREADABLE);
      await scene.setOverride(true);
      expect(await headerRules()).toBe(0);
      expect(await scene.readElsewhere()).toEqual(before);
      expect(await scene.reads('closed')).toEqual(UNREADABLE);
    },
    120_000,
  );

  test('is held back as soon as a frame of another port comes, whose workers and late calls read nothing', async () => {
    await using scene = await openScene('/index.html', []);
    expect(await scene.reads('closed')).toEqual(UNREADABLE);
    await scene.setOverride(true);
    await expect.poll(() => scene.reads('closed')).toEqual(READ);
    const read = await scene.page.call(
      async (src: string, url: string, script: string) => {
        const read: string[] = [];
        addEventListener('message', ({ data }) => {
          if (typeof data === 'string') read.push(data);
        });
        const frame = document.createElement('iframe');
        frame.src = src;
        frame.name = 'other';
        await new Promise((resolve) => {
          frame.onload = resolve;
          document.body.append(frame);
        });
        for (let n = 0; n < 20; n++) {
          frame.contentWindow?.postMessage({ source: script, args: [url] }, '*', [
            new MessageChannel().port1,
          ]);
          await new Promise((resolve) => setTimeout(resolve, 25));
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
        return read;
      },
      `${otherSite.origin}/`,
      `${scene.api.origin}/closed`,
      `(url) => {
        const call = "fetch(url, { keepalive: true }).then((r) => r.text(), () => 'unreadable')";
        const tell = (text) => parent.postMessage(text, '*');
        eval(call).then(tell);
        const code = 'onmessage = ({ data: url }) => ' + call + '.then(postMessage)';
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        worker.onmessage = ({ data }) => tell(data);
        worker.postMessage(url);
      }`,
    );
    expect(read.length).toBeGreaterThan(20);
    expect(new Set(read)).toEqual(UNREADABLE);
    await expect.poll(headerRules, { timeout: 2_000 }).toBe(0);
    expect(await scene.reads('closed')).toEqual(UNREADABLE);
  }, 60_000);

  test('stays with its page: whatever the tab goes on to reads nothing', async () => {
    await using scene = await openScene('/index.html', []);
    expect(await scene.reads('closed')).toEqual(UNREADABLE);
    await scene.setOverride(true);
    await expect.poll(() => scene.reads('closed')).toEqual(READ);
    const hosts = ['127.0.0.1', 'foo.localhost', 'localhost.', FAR].map(
      (host) => `http://${host}:${site.port}`,
    );
    for (const origin of [otherSite.origin, ...hosts]) {
      await scene.page.navigate(`${origin}/`);
      for (let n = 0; n < 5; n++) expect(await scene.reads('closed'), origin).toEqual(UNREADABLE);
      await scene.page.navigate(`${site.origin}/`);
      await expect.poll(() => scene.reads('closed')).toEqual(READ);
    }
  }, 120_000);

  test('reaches service workers by consent alone, and no other app’s', async () => {
    await using scene = await openScene('/index.html', []);
    const other = await marionette.openTab();
    await other.navigate(`${otherSite.origin}/`);
    for (const tab of [scene.page, other]) await tab.call(openPlaces, SERVICE_WORKER);
    const ofOther = async () =>
      new Set(await scene.readIn(other, 'service')(leakCalls(scene.api.origin, ['closed'])));
    expect([await scene.reads('closed'), await scene.reads('closed', 'service')]).toEqual([
      UNREADABLE,
      UNREADABLE,
    ]);
    await scene.setOverride(true);
    await expect.poll(() => scene.reads('closed')).toEqual(READ);
    expect(await scene.reads('closed', 'service')).toEqual(UNREADABLE);
    await scene.setOverride(true, ['service-worker']);
    await expect.poll(() => scene.reads('closed', 'service')).toEqual(READ);
    expect(await ofOther()).toEqual(UNREADABLE);
    await scene.setOverride(false);
    expect(await scene.reads('closed', 'service')).toEqual(UNREADABLE);
  }, 60_000);

  test('is over once its time is up, also where the event page slept meanwhile', async () => {
    await using scene = await openScene('/index.html', []);
    expect(await scene.reads('closed')).toEqual(UNREADABLE);
    await scene.setOverride(true);
    await expect.poll(() => scene.reads('closed')).toEqual(READ);
    const alarms = await extension.tab.call(async () => {
      return (await browser.alarms.getAll()).map(({ scheduledTime }) => scheduledTime - Date.now());
    });
    expect(Math.min(...alarms)).toBeLessThanOrEqual(60 * 60_000);
    const expire = async () => {
      const { overrides } = await browser.storage.session.get<{ overrides: string }>('overrides');
      const stored = JSON.parse(overrides);
      const value = stored.value.map((one: object) => ({ ...one, expiresAt: Date.now() }));
      await browser.storage.session.set({ overrides: JSON.stringify({ ...stored, value }) });
    };
    // The alarm wakes it at its time. Here the page's next call does. A late event may wake it before, with what was stored.
    await expect
      .poll(
        async () => {
          await marionette.callBrowser(async (id: string) => {
            await WebExtensionPolicy.getByID(id)?.extension.terminateBackground();
          }, extension.id);
          await extension.tab.call(expire);
          await scene.reads('closed');
          return await scene.reads('closed');
        },
        { timeout: 20_000, interval: 500 },
      )
      .toEqual(UNREADABLE);
    expect(await headerRules()).toBe(0);
  }, 60_000);

  test('never makes the list say that the server was mended', async () => {
    await using scene = await openScene('/index.html', []);
    await scene.reads('closed');
    await scene.setOverride(true);
    await expect.poll(() => scene.reads('closed')).toEqual(READ);
    const { tabId } = scene;
    const reported = async () =>
      checkedReport(await extension.send({ type: 'exportReport', tabId })).exchanges;
    // The page has its answers before the event page hears of their end.
    await settledExchanges(extension.send, tabId, 1, 1_000);
    expect(await scene.reads('closed')).toEqual(READ);
    await expect
      .poll(async () => (await reported()).map(({ outcome }) => outcome))
      .toEqual(Array(4).fill('allowed'));
    for (const { response, failures } of await reported()) {
      expect(failures.map(({ error }) => error)).toContain('CORSMissingAllowOrigin2');
      expect(JSON.stringify(response)).not.toContain('Preflight-Inspector-Overridden');
    }
  }, 60_000);
});

/** Grants the extension every host, as a click of the user does. */
async function grantAll(marionette: Marionette, id: string): Promise<void> {
  await marionette.callBrowser(async (wanted) => {
    const { ExtensionPermissions } = ChromeUtils.importESModule(
      'resource://gre/modules/ExtensionPermissions.sys.mjs',
    );
    const extension = WebExtensionPolicy.getByID(wanted)?.extension;
    await ExtensionPermissions.add(wanted, { origins: ['*://*/*'], permissions: [] }, extension);
  }, id);
}

// What is used of Firefox's own: https://searchfox.org/mozilla-central/source/toolkit/components/extensions
declare const WebExtensionPolicy: {
  getByID(id: string): { readonly extension: { terminateBackground(): Promise<void> } } | null;
};
declare const ChromeUtils: {
  importESModule(url: string): {
    readonly ExtensionPermissions: { add(id: string, permissions: object, emitter: unknown): Promise<void> };
  };
};
declare const browser: typeof chrome;
