import { isOkStatus } from '../../src/cors/preflight-check.ts';
import { needsPreflight } from '../../src/cors/request-headers.ts';
import type { Consent } from '../../src/override/consent.ts';
import { type OracleCase, oracleCases } from './oracle-case.ts';
import { startOracleServer } from './oracle-server.ts';
import {
  type OverrideBrowser,
  PLACES,
  type Place,
  type Sender,
  type StartOverrideBrowser,
} from './override-browser.ts';
import { type Request, sentOf } from './send-all.ts';

const LEARNING = 500;

/** How many there were, and how many of them are as they should be. */
interface Score {
  all: number;
  right: number;
}

export interface OverrideRunOptions {
  readonly start: StartOverrideBrowser;
  readonly only: (oracleCase: OracleCase) => boolean;
  /** How long servers take to answer, in ms. */
  readonly latency: number;
  /** Requests in flight at once. */
  readonly batch: number;
}

export interface OverrideResult {
  /**
   * Of requests that were blocked, those that the override lets through, by what is wrong with them, or those that stay
   * blocked where the browser has a wall; of those that
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
  { start, only, latency, batch }: OverrideRunOptions,
): Promise<OverrideResult> {
  const started = Date.now();
  const server = await startOracleServer(latency);
  const browser = await start(server).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const scores = new Map<string, Score>();
  const wrong: string[] = [];
  const last = `time ${browser.times}`;
  const score = (what: string, right: boolean, evidence: object) => {
    const known = scores.get(what) ?? { all: 0, right: 0 };
    scores.set(what, { all: known.all + 1, right: known.right + (right ? 1 : 0) });
    // What an earlier time taught is counted only.
    const isEarlier = what.startsWith('blocked: ') && !what.endsWith(last);
    if (!right && !isEarlier) wrong.push(`${what}: ${JSON.stringify(evidence)}`);
  };
  try {
    const { tabId, senders, bystanders } = browser;
    const needed: Partial<Record<Place, Consent>> = { sandbox: 'opaque-origin', service: 'service-worker' };
    const places = PLACES.filter((place) => {
      const consent = needed[place];
      return consent === undefined || allow.includes(consent);
    });
    const setAll = async (targets: ReadonlySet<string>, enabled: boolean) => {
      for (const targetOrigin of targets) {
        const command = { type: 'setOverride', tabId, targetOrigin, enabled } as const;
        const pair = { pageOrigin: server.pageOrigin, ...(enabled ? { allow } : {}) };
        const answer = await browser.send({ ...command, ...pair });
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
      const sendElsewhere = () => Promise.all(bystanders.map(({ sender }) => endsOf(sender, asked)));
      const targets = new Set(asked.flatMap(({ url, oracleCase }) => server.originsOf(url, oracleCase)));
      const before = await send();
      const elsewhereBefore = await sendElsewhere();
      await setAll(targets, true);
      const during: ReadonlyMap<string, boolean | null>[] = [];
      for (let time = 0; time < browser.times; time++) {
        during.push(await send());
        await new Promise((resolve) => setTimeout(resolve, LEARNING));
      }
      const elsewhere = await sendElsewhere();
      await setAll(targets, false);
      const after = await send();
      for (const { url, oracleCase, place } of asked) {
        const was = before.get(url) === true;
        const kind = was ? 'passed before' : `blocked: ${troubleOf(browser, oracleCase, place)}`;
        for (const [index, ends] of during.entries()) {
          const passes = ends.get(url) === true;
          // What walls stop stays blocked: the plan says so before anybody clicks.
          const right = !was && browser.isWall(oracleCase, place) ? !passes : passes;
          score(`${kind}, time ${index + 1}`, right, { place, url, oracleCase });
        }
        for (const [index, bystander] of bystanders.entries()) {
          const passed = elsewhereBefore[index]?.get(url) === true;
          const passes = elsewhere[index]?.get(url) === true;
          const { host } = bystander;
          const kind = passed ? 'passed before' : 'blocked';
          score(`elsewhere: ${kind}`, passes === passed, { host, url, oracleCase });
        }
        score('off again', (after.get(url) === true) === was, { place, url, oracleCase });
      }
      await browser.send({ type: 'clearExchanges', tabId });
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return { scores, wrong, seconds: (Date.now() - started) / 1000 };
}

/** Makes a page or worker send the cases. @returns by URL whether it passed; null where it didn't end */
async function endsOf(
  sender: Sender,
  asked: readonly Request[],
): Promise<ReadonlyMap<string, boolean | null>> {
  const ends = await sender(asked.map(sentOf));
  return new Map(asked.map(({ url }, index) => [url, ends[index] ?? null]));
}

/** What has to be overcome, by what it takes. */
function troubleOf({ profile, isWall }: OverrideBrowser, oracleCase: OracleCase, place: Place): string {
  const { method, headers, hops } = oracleCase;
  if (isWall(oracleCase, place)) return `a wall, ${WHO[place]}`;
  const asksLeave = needsPreflight(method, Object.entries(headers), profile);
  const badPreflight = asksLeave && hops.some(({ preflight }) => !isOkStatus(preflight.status));
  const redirected = hops.length > 1 ? 'redirect' : 'no redirect';
  const isOptions = method === 'OPTIONS' ? ', method OPTIONS' : '';
  return `${badPreflight ? 'bad preflight status' : 'good preflight status'}, ${redirected}, ${WHO[place]}${isOptions}`;
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
