import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { ReportV2 } from '../../src/report/report-v2.ts';
import { AGENT_CASES, type AgentRun, runAgentCases, SECRET } from '../agent/agent-cases.ts';
import { factsAlone, factsOfOurs } from '../agent/case-facts.ts';
import { factsTable, TABLE_PLACE } from '../agent/facts-table.ts';
import { CleanUp } from '../demo/clean-up.ts';
import { EXHIBITS } from '../demo/gallery.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { schemaProblems } from '../support/report-schema.ts';
import { tabIdOf } from './harness/extension-page.ts';
import { isWorkerRunning, stopWorker, waitForWorker } from './harness/worker.ts';
import { startBlankPage } from './support/blank-page.ts';
import { verdictsOn } from './support/chrome-verdict.ts';
import { settledExchanges } from './support/settled-report.ts';
import { shareChromium } from './support/shared-chromium.ts';

describe('Chrome DevTools for agents', () => {
  const cleanUp = new CleanUp();
  let run: AgentRun;
  beforeAll(async () => {
    run = await runAgentCases(inject('demoPage'), cleanUp);
  }, 120_000);
  afterAll(() => cleanUp.run());

  test('finds all causes right in the answer of the worker', () => {
    const expected = AGENT_CASES.map((id) => [id, EXHIBITS.find((one) => one.id === id)?.cause]);
    expect(run.cases.map(({ id, ours }) => [id, ours.cause])).toEqual(expected);
    for (const { id, ours } of run.cases) {
      const { headline = [] } = EXHIBITS.find((one) => one.id === id) ?? {};
      for (const words of headline) expect(ours.words.headline).toContain(words);
    }
  });

  test('gets an answer that is as its schema says, and holds no secret', () => {
    expect(schemaProblems(JSON.parse(run.json))).toEqual([]);
    expect(run.json + run.markdown).not.toContain(SECRET);
    expect(run.markdown).toMatch(/^# CORS: 4 requests, 4 causes\n/);
  });

  test('is told what it is not told without the extension', () => {
    for (const one of run.cases) {
      expect({ id: one.id, ...factsOfOurs(one) }).toMatchObject({
        tellsStatus: true,
        suggestsNoCors: false,
        showsSecret: false,
      });
    }
    expect(run.cases.some((one) => factsAlone(one).suggestsNoCors)).toBe(true);
    expect(run.cases.every((one) => factsAlone(one).tellsStatus)).toBe(false);
  });

  test('the table in the documents is what was measured', () => {
    const document = readFileSync(new URL('../../docs/agents.md', import.meta.url), 'utf8');
    expect(TABLE_PLACE.exec(document)?.[0]).toBe(factsTable(run.cases));
  });

  test('finds the same pages open before and after', () => {
    expect(run.pages[1]).toBe(run.pages[0]);
  });

  test('is told by an error what it may ask', async () => {
    await expect(run.explain('{ page: 1 }')).rejects.toThrow(
      'explain() takes { tabId?: number, url?: string }',
    );
    expect((await run.explain('{ url: "/nowhere" }')).exchanges).toEqual([]);
  });
});

describe('preflightInspector.explain()', () => {
  const chromium = shareChromium();

  test('knows what a worker saw that was stopped since, by tab and by URL', async () => {
    const { browser, extensionId } = chromium;
    const api = await chromium.started(
      startRawServer(() => httpAnswer(401, [['WWW-Authenticate', 'Bearer']])),
    );
    const { origin } = await chromium.started(startBlankPage());
    const page = await chromium.openPage(`${origin}/`);
    const other = await chromium.openPage(`${origin}/?other`);
    const extension = await chromium.openExtensionPage();
    const tabId = await tabIdOf(extension, `${origin}/`);
    await verdictsOn(page, [{ url: `${api.origin}/orders`, method: 'PUT' }]);
    await settledExchanges(extension, tabId, 1);
    await stopWorker(browser, extensionId);
    expect(isWorkerRunning(browser, extensionId)).toBe(false);
    await verdictsOn(other, [{ url: `${api.origin}/items`, method: 'PUT' }]);
    const worker = await waitForWorker(browser, extensionId);
    const explained = async (query: object): Promise<ReportV2> =>
      JSON.parse(
        await worker.evaluate(async (asked) => {
          const door: unknown = Reflect.get(globalThis, 'preflightInspector');
          if (typeof door !== 'object' || door === null) throw new Error('There is no door.');
          const explain: unknown = Reflect.get(door, 'explain');
          if (typeof explain !== 'function') throw new Error('The door explains nothing.');
          return JSON.stringify(await explain(asked));
        }, query),
      );
    const ofTab = await explained({ tabId });
    expect(ofTab.exchanges).toMatchObject([
      { url: `${api.origin}/orders`, cause: 'preflight-login', tabId, repeats: 0 },
    ]);
    const byUrl = await explained({ url: `${api.origin}/items` });
    expect(byUrl.exchanges).toMatchObject([{ url: `${api.origin}/items`, cause: 'preflight-login' }]);
  });
});
