import { expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { startBlankPage } from './support/blank-page.ts';
import { settledExchanges } from './support/settled-report.ts';
import { shareChromium } from './support/shared-chromium.ts';

/** A host that isn't granted: DevTools alone sees its calls. */
const HOST = 'api.example.test';
const chromium = shareChromium();

test.each([201, 202])(
  'a %i with a Location is an answer, and a later call of that URL is another',
  async (status) => {
    const api = await chromium.started(
      startRawServer(({ method, headers }) => {
        const allowed = ['Access-Control-Allow-Origin', headers.get('origin') ?? ''] as const;
        return method === 'POST'
          ? httpAnswer(status, [allowed, ['Location', '/items/7']])
          : httpAnswer(200, [allowed], 'ok');
      }),
    );
    const { origin } = await chromium.started(startBlankPage());
    const { page, panel } = await chromium.openInspected(`${origin}/`);
    const tabId = await inspectedTabId(panel);
    const items = `http://${HOST}:${api.port}/items`;
    const statusOf = (url: string, method: string) =>
      page.evaluate(
        async (to, by) => {
          const answer = await fetch(to, { method: by });
          await answer.text();
          return answer.status;
        },
        url,
        method,
      );
    const told = async (count: number) =>
      (await settledExchanges(panel, tabId, count)).map((one) => [
        one.method,
        one.url,
        one.outcome,
        one.response?.status,
      ]);

    expect(await statusOf(items, 'POST')).toBe(status);
    const created = ['POST', items, 'allowed', status];
    expect(await told(1)).toEqual([created]);
    expect(await statusOf(`${items}/7`, 'GET')).toBe(200);
    expect(await told(2)).toEqual([created, ['GET', `${items}/7`, 'allowed', 200]]);
    await waitForPanelText(panel, ['No CORS problems']);
  },
);
