import type { Page } from 'puppeteer-core';
import type { Report, ReportedExchange } from '../../src/report/index.ts';
import { openExtensionPage, sendCommand, tabIdOf } from '../browser/harness/extension-page.ts';
import { launchChromium } from '../browser/harness/launch.ts';
import { possibleFirstErrors } from './baseline.ts';
import { listenToTruth, type Truth } from './browser-truth.ts';
import { type Judgement, judge } from './judge.ts';
import { type OracleCase, oracleCases } from './oracle-case.ts';
import { mended, startOracleServer } from './oracle-server.ts';

/** Requests in flight at once; few enough for the extension to keep all of a batch. */
const BATCH = 400;
/** How often a mended server is asked again: each redirect may show faults that the one before hid. */
const ROUNDS = 6;

export interface OracleResult {
  readonly count: number;
  /** The cases, and each of them again as often as its server was mended. */
  readonly judged: number;
  readonly seconds: number;
  readonly wrong: readonly string[];
  /** Refusals; those of them for which one error only is named; those for which what happened leaves one only. */
  readonly refused: number;
  readonly unique: number;
  readonly determined: number;
  /** Cases by Chrome's error, by redirect shape and by header value. */
  readonly coverage: ReadonlyMap<string, number>;
}

interface Asked {
  readonly id: number;
  /** How often its server was mended. */
  readonly round: number;
  readonly oracleCase: OracleCase;
}

/** Runs generated cases in real Chromium and compares the extension's report with Chrome's own verdicts. */
export async function runOracle(seed: number, count: number): Promise<OracleResult> {
  const server = await startOracleServer();
  const { browser, extensionId, close } = await launchChromium({ networkEnabled: false });
  const started = Date.now();
  const coverage = new Map<string, number>();
  const wrong: string[] = [];
  let [refused, unique, determined, judged] = [0, 0, 0, 0];
  const tally = (truth: Truth, judgement: Judgement, oracleCase: OracleCase) => {
    cover(coverage, oracleCase, truth);
    if (truth.corsError === null) return;
    refused++;
    if (judgement.unique) unique++;
    if (judgement.determined) determined++;
  };
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.goto(`${server.pageOrigin}/`);
    const truths = await listenToTruth(page);
    const extension = await openExtensionPage(browser, extensionId);
    const tabId = await tabIdOf(extension, `${server.pageOrigin}/`);
    const run = async (asked: readonly Asked[]) => {
      const requests = asked.map(({ id, oracleCase }) => ({ url: server.urlOf(id, oracleCase), oracleCase }));
      const answers = await truths.run(requests);
      const exchanges = await settledExchanges(extension, tabId, asked.length);
      const byId = new Map<number, ReportedExchange[]>();
      for (const exchange of exchanges) {
        const id = Number(/\/case\/(\d+)\//.exec(exchange.url)?.[1]);
        byId.set(id, [...(byId.get(id) ?? []), exchange]);
      }
      return { answers, byId };
    };
    // A mended case waits at the end of the line, so that the page always has a whole batch to send.
    let waiting: readonly Asked[] = oracleCases(seed, count).map((oracleCase, id) => ({
      id,
      round: 0,
      oracleCase,
    }));
    let nextId = waiting.length;
    while (waiting.length > 0) {
      const asked = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      const { answers, byId } = await run(asked);
      judged += asked.length;
      for (const [index, { id, round, oracleCase }] of asked.entries()) {
        const truth = answers[index];
        if (truth === undefined) throw new Error(`The browser said nothing of case ${id}.`);
        const reported = byId.get(id) ?? [];
        const happened = { pageOrigin: server.pageOrigin, served: server.takeServed(id), passed: truth.ok };
        const judgement = judge(oracleCase, truth, reported, possibleFirstErrors(happened));
        for (const problem of judgement.problems)
          wrong.push(describe(id, round, problem, { oracleCase, truth, reported, happened }));
        if (round === 0) tally(truth, judgement, oracleCase);
        const [exchange] = reported;
        if (truth.corsError === null || exchange === undefined || !isMendable(truth)) continue;
        if (round === ROUNDS) wrong.push(`case ${id}: blocked after ${ROUNDS} mends: ${truth.corsError}`);
        else
          waiting = [
            ...waiting,
            { id: nextId++, round: round + 1, oracleCase: mended(oracleCase, exchange) },
          ];
      }
    }
  } finally {
    await close();
    await server.close();
  }
  return {
    count,
    judged,
    seconds: (Date.now() - started) / 1000,
    wrong,
    refused,
    unique,
    determined,
    coverage,
  };
}

function describe(id: number, round: number, problem: string, evidence: object): string {
  return `case ${id}, mended ${round} times: ${problem}\n  ${JSON.stringify(evidence)}`;
}

/** No response header lets a redirect to a password or to another scheme pass. */
function isMendable({ corsError }: Truth): boolean {
  return corsError !== 'RedirectContainsCredentials' && corsError !== 'CorsDisabledScheme';
}

/** The report, once every request in it has come to its end; then the list is cleared for the next. */
async function settledExchanges(
  extension: Page,
  tabId: number,
  count: number,
): Promise<readonly ReportedExchange[]> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const report = (await sendCommand(extension, { type: 'exportReport', tabId })) as Report;
    const settled = report.exchanges.filter(({ outcome }) => outcome !== 'pending').length;
    if (settled >= count || Date.now() > deadline) {
      await sendCommand(extension, { type: 'clearExchanges', tabId });
      return report.exchanges;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function cover(coverage: Map<string, number>, oracleCase: OracleCase, truth: Truth): void {
  const count = (what: string) => coverage.set(what, (coverage.get(what) ?? 0) + 1);
  count(`verdict ${truth.corsError ?? (truth.ok ? 'passed' : truth.errorText)}`);
  count(`redirect ${redirectShape(oracleCase)}`);
  for (const { preflight, response } of oracleCase.hops) {
    for (const [name, value] of [...preflight.headers, ...response.headers]) count(`${name}: ${value}`);
  }
  count(`method ${oracleCase.method}`);
  count(`credentials ${oracleCase.credentials}`);
  count(`headers ${Object.keys(oracleCase.headers).join(',')}`);
}

/** What kind of redirects a case has, as the CORS protocol tells them apart. */
function redirectShape({ hops }: OracleCase): string {
  if (hops.length === 1) return 'none';
  const refused = hops.find(({ location }) => location !== null && location !== 'plain');
  if (refused !== undefined) return `to ${refused.location}`;
  const [first, second] = hops;
  if (hops.length > 2) return 'twice';
  if (first?.target === 'page') return 'from the own origin to another';
  if (second?.target === 'page') return 'from another origin to the own';
  return first?.target === second?.target ? 'within another origin' : 'from another origin to a third';
}
