import { possibleFirstErrors, type WhatHappened } from './baseline.ts';
import { cover } from './coverage.ts';
import { judge } from './judge.ts';
import type { StartOracleBrowser } from './oracle-browser.ts';
import { oracleCases } from './oracle-case.ts';
import { mended, startOracleServer } from './oracle-server.ts';
import type { Answered, Asked, OracleTab } from './oracle-tab.ts';

/** Requests that a tab sends at once; few enough for the extension to keep them all. */
const BATCH = 200;
/** How often a mended server is asked again: each redirect may show faults that the one before hid. */
const ROUNDS = 6;

export interface OracleResult {
  /** The browser's name and version. */
  readonly browser: string;
  readonly count: number;
  /** The cases, and each of them again as often as its server was mended. */
  readonly judged: number;
  readonly seconds: number;
  readonly wrong: readonly string[];
  /** Refusals; those of them for which one error only is named; those for which what happened leaves one only. */
  readonly refused: number;
  readonly unique: number;
  readonly determined: number;
  /** Cases by the browser's error, by redirect shape and by header value. */
  readonly coverage: ReadonlyMap<string, number>;
}

/** Runs generated cases in a real browser and compares what is reported with the browser's own verdicts. */
export async function runOracle(
  start: StartOracleBrowser,
  seed: number,
  count: number,
): Promise<OracleResult> {
  const server = await startOracleServer();
  const browser = await start(server).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const started = Date.now();
  const coverage = new Map<string, number>();
  const wrong: string[] = [];
  let [refused, unique, determined, judged] = [0, 0, 0, 0];
  // A mended case waits at the end of the line, so that there is always a whole batch to send.
  const waiting: Asked[] = oracleCases(seed, count).map((oracleCase, id) => ({ id, round: 0, oracleCase }));
  let nextId = waiting.length;
  const take = (answered: Answered) => {
    const { id, round, oracleCase, truth, reported } = answered;
    const happened = { pageOrigin: server.pageOrigin, served: server.takeServed(id), passed: truth.ok };
    const judgement = judge(
      browser,
      oracleCase,
      truth,
      reported,
      possibleFirstErrors(browser.baseline, happened),
    );
    judged++;
    for (const problem of judgement.problems) wrong.push(describe(problem, answered, happened));
    if (round === 0) cover(coverage, oracleCase, truth);
    if (round === 0 && truth.corsError !== null) {
      refused++;
      if (judgement.unique) unique++;
      if (judgement.determined) determined++;
    }
    const [exchange] = reported;
    if (truth.corsError === null || exchange === undefined) return;
    if (browser.unmendable.has(truth.corsError)) return;
    if (round === ROUNDS) wrong.push(`case ${id}: blocked after ${ROUNDS} mends: ${truth.corsError}`);
    else
      waiting.push({
        id: nextId++,
        round: round + 1,
        oracleCase: mended(oracleCase, exchange, browser.badStatus),
      });
  };
  const workOff = async (tab: OracleTab) => {
    for (let asked = waiting.splice(0, BATCH); asked.length > 0; asked = waiting.splice(0, BATCH)) {
      for (const answered of await tab.run(asked)) take(answered);
    }
  };
  try {
    // A tab that found nothing left to do goes on with what the others have mended.
    while (waiting.length > 0) await Promise.all(browser.tabs.map(workOff));
  } finally {
    await browser.close();
    await server.close();
  }
  const seconds = (Date.now() - started) / 1000;
  return { browser: browser.name, count, judged, seconds, wrong, refused, unique, determined, coverage };
}

function describe(problem: string, answered: Answered, happened: WhatHappened): string {
  const { id, round, ...evidence } = answered;
  return `case ${id}, mended ${round} times: ${problem}\n  ${JSON.stringify({ ...evidence, happened })}`;
}
