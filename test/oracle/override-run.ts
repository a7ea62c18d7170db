import type { Browser, Frame, Page, WebWorker } from 'puppeteer-core';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { isOkStatus } from '../../src/cors/preflight-check.ts';
import { needsPreflight } from '../../src/cors/request-headers.ts';
import type { Consent } from '../../src/override/consent.ts';
import { openExtensionPage, sendCommand, tabIdOf } from '../browser/harness/extension-page.ts';
import { launchChromium } from '../browser/harness/launch.ts';
import { startServiceWorker } from '../browser/support/service-worker.ts';
import { type OracleCase, oracleCases } from './oracle-case.ts';
import { SERVICE_WORKER, startOracleServer } from './oracle-server.ts';
import { sendAll, sentOf } from './send-all.ts';

/** What is learnt from one time comes into force for the next. */
const TIMES = ['at once', 'the second time', 'the third time', 'the fourth time'] as const;
const LEARNING = 500;

/** Where a request is made. */
const PLACES = ['page', 'frame', 'worker', 'sandbox', 'service'] as const;
type Place = (typeof PLACES)[number];

/** How many there were, and how many of them are as they should be. */
interface Score {
  all: number;
  right: number;
}

export interface OverrideRunOptions {
  readonly only: (oracleCase: OracleCase) => boolean;
  /** How long servers take to answer, in ms. */
  readonly latency: number;
  /** Requests in flight at once. */
  readonly batch: number;
}

export interface OverrideResult {
  /**
   * Of requests that were blocked, those that the override lets through, by what is wrong with them; of those that
   * passed (`passed before`), those that still do; those of all that end as before once it is off (`off again`); and of
   * those that other pages send meanwhile, what ends as it did without override (`elsewhere`).
   */
  readonly scores: ReadonlyMap<string, Score>;
  /** Each that isn't as it should be. */
  readonly wrong: readonly string[];
  readonly seconds: number;
}

/**
 * Sends generated requests from a page, its frame, its worker and a sandboxed frame in it: without override, with one for
 * each origin that they touch, and without again.
 */
export async function runOverrides(
  seed: number,
  count: number,
  allow: readonly Consent[],
  { only, latency, batch }: OverrideRunOptions,
): Promise<OverrideResult> {
  const started = Date.now();
  const server = await startOracleServer(latency);
  const { browser, extensionId, close } = await launchChromium();
  const scores = new Map<string, Score>();
  const wrong: string[] = [];
  const score = (what: string, right: boolean, evidence: object) => {
    const known = scores.get(what) ?? { all: 0, right: 0 };
    scores.set(what, { all: known.all + 1, right: known.right + (right ? 1 : 0) });
    if (!right) wrong.push(`${what}: ${JSON.stringify(evidence)}`);
  };
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.goto(`${server.pageOrigin}/`);
    const extension = await openExtensionPage(browser, extensionId);
    const tabId = await tabIdOf(extension, `${server.pageOrigin}/`);
    const senders = await openPlaces(page);
    const bystanders = await openBystanders(browser, [server.pageOrigin, ...server.otherOrigins]);
    const needed: Partial<Record<Place, Consent>> = { sandbox: 'opaque-origin', service: 'service-worker' };
    const places = PLACES.filter((place) => {
      const consent = needed[place];
      return consent === undefined || allow.includes(consent);
    });
    const setAll = async (targets: ReadonlySet<string>, enabled: boolean) => {
      for (const targetOrigin of targets) {
        const command = { type: 'setOverride', tabId, targetOrigin, enabled } as const;
        const pair = { pageOrigin: server.pageOrigin, ...(enabled ? { allow } : {}) };
        const answer = await sendCommand(extension, { ...command, ...pair });
        if (JSON.stringify(answer) !== '{"ok":true}')
          throw new Error(`${targetOrigin}: ${JSON.stringify(answer)}`);
      }
    };
    const cases = oracleCases(seed, count).filter(isMendable).filter(only);
    for (let from = 0; from < cases.length; from += batch) {
      const asked = cases.slice(from, from + batch).map((oracleCase, index) => {
        const id = from + index;
        const place = places[id % places.length] ?? 'page';
        return { url: server.urlOf(id, oracleCase), oracleCase, place };
      });
      const send = async () => {
        const ofPlaces = await Promise.all(
          places.map((place) =>
            endsOf(
              senders[place],
              asked.filter((one) => one.place === place),
            ),
          ),
        );
        return new Map(ofPlaces.flatMap((ends) => [...ends]));
      };
      const sendElsewhere = () => Promise.all(bystanders.map((bystander) => endsOf(bystander, asked)));
      const targets = new Set(asked.flatMap(({ url, oracleCase }) => server.originsOf(url, oracleCase)));
      const before = await send();
      const elsewhereBefore = await sendElsewhere();
      await setAll(targets, true);
      const during: ReadonlyMap<string, boolean | null>[] = [];
      for (const _time of TIMES) {
        during.push(await send());
        await new Promise((resolve) => setTimeout(resolve, LEARNING));
      }
      const elsewhere = await sendElsewhere();
      await setAll(targets, false);
      const after = await send();
      for (const { url, oracleCase, place } of asked) {
        const was = before.get(url) === true;
        const kind = was ? 'passed before' : `blocked: ${troubleOf(oracleCase, place)}`;
        for (const [index, ends] of during.entries()) {
          score(`${kind}, ${TIMES[index]}`, ends.get(url) === true, { place, url, oracleCase });
        }
        for (const [index, bystander] of bystanders.entries()) {
          const passed = elsewhereBefore[index]?.get(url) === true;
          const passes = elsewhere[index]?.get(url) === true;
          const { host } = new URL(bystander.url());
          const kind = passed ? 'passed before' : 'blocked';
          score(`elsewhere: ${kind}`, passes === passed, { host, url, oracleCase });
        }
        score('off again', (after.get(url) === true) === was, { place, url, oracleCase });
      }
      await sendCommand(extension, { type: 'clearExchanges', tabId });
    }
  } finally {
    await close();
    await server.close();
  }
  return { scores, wrong, seconds: (Date.now() - started) / 1000 };
}

/** Makes a page or worker send the cases. @returns by URL whether it passed; null where it didn't end */
async function endsOf(
  sender: Page | Frame | WebWorker,
  asked: readonly { readonly url: string; readonly oracleCase: OracleCase }[],
): Promise<ReadonlyMap<string, boolean | null>> {
  const ends = await sender.evaluate(sendAll, asked.map(sentOf));
  return new Map(asked.map(({ url }, index) => [url, ends[index] ?? null]));
}

/** Pages that overrides are not for: the same in another tab among them. */
function openBystanders(browser: Browser, origins: readonly string[]): Promise<readonly Page[]> {
  return Promise.all(
    origins.map(async (origin) => {
      const page = await browser.newPage({ background: true });
      await page.goto(`${origin}/`);
      return page;
    }),
  );
}

/** What has to be overcome, by what it takes. */
function troubleOf({ method, headers, hops }: OracleCase, place: Place): string {
  const asksLeave = needsPreflight(method, Object.entries(headers), CHROME);
  const badPreflight = asksLeave && hops.some(({ preflight }) => !isOkStatus(preflight.status));
  const redirected = hops.length > 1 ? 'redirect' : 'no redirect';
  return `${badPreflight ? 'bad preflight status' : 'good preflight status'}, ${redirected}, ${WHO[place]}`;
}

const WHO: Readonly<Record<Place, string>> = {
  page: 'own origin',
  frame: 'own origin',
  worker: 'own origin',
  sandbox: 'opaque origin',
  service: 'service worker',
};

/** No header lets a redirect to a password or to another scheme pass. */
function isMendable({ hops }: OracleCase): boolean {
  return hops.every(({ location }) => location === null || location === 'plain');
}

async function openPlaces(page: Page): Promise<Readonly<Record<Place, Page | Frame | WebWorker>>> {
  const created = new Promise<WebWorker>((resolve) => page.once('workercreated', resolve));
  await page.evaluate(() => {
    document.body.innerHTML =
      '<iframe name="frame" srcdoc="frame"></iframe><iframe name="sandbox" sandbox="allow-scripts" srcdoc="x"></iframe>';
    Object.assign(window, { worker: new Worker(URL.createObjectURL(new Blob(['']))) });
  });
  const frame = (name: string) => page.waitForFrame(async (one) => (await one.evaluate('name')) === name);
  const service = await startServiceWorker(page, SERVICE_WORKER);
  return {
    page,
    frame: await frame('frame'),
    worker: await created,
    sandbox: await frame('sandbox'),
    service,
  };
}
