import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { inspectedTabId } from './harness/devtools-panel.ts';
import { sendMessage } from './harness/extension-page.ts';
import { type Chromium, launchChromium } from './harness/launch.ts';
import { waitForPanelText } from './harness/panel-text.ts';
import { stageOn } from './harness/stage.ts';
import { stopWorker } from './harness/worker.ts';
import { startBlankPage } from './support/blank-page.ts';
import { type ExtensionFolder, privateCopy } from './support/contexts/extension-folders.ts';
import { declaredRules, noDeclaredRules } from './support/declared-rules.ts';
import { type ManagedPolicy, managePolicy, whyUnmanageable } from './support/managed-policy.ts';
import { waitForDetail } from './support/panel-view.ts';

const reason = whyUnmanageable();
const FORBIDDEN = "The organisation that manages this browser doesn't allow overrides for";
const REFUSED = { ok: false, error: expect.stringContaining('The policy of this browser does not allow') };

describe.skipIf(reason !== null)(
  `a managed browser${reason === null ? '' : ` (left out: ${reason})`}`,
  () => {
    let folder: ExtensionFolder;
    let chromium: Chromium;
    let stage: ReturnType<typeof stageOn>;
    let policy: ManagedPolicy;

    beforeAll(async () => {
      folder = privateCopy();
      chromium = await launchChromium({ extension: folder.path });
      stage = stageOn(chromium);
      policy = await managePolicy(chromium.browser, chromium.extensionId);
    });

    afterAll(async () => {
      await policy?.close();
      await stage?.clear();
      await chromium?.close();
      await folder?.close();
    });

    /** A page whose call is blocked, the panel on it, and what switches an override for it on. */
    async function start(status = 200) {
      const api = await stage.started(startRawServer(() => httpAnswer(status, [])));
      const { origin } = await stage.started(startBlankPage());
      const { page, panel } = await stage.openInspected(`${origin}/`);
      const tabId = await inspectedTabId(panel);
      await page.evaluate((url) => fetch(url, { headers: { 'x-asked': '1' } }).catch(() => {}), api.origin);
      await waitForDetail(panel, ['x-asked']);
      const command = {
        type: 'setOverride',
        tabId,
        pageOrigin: origin,
        targetOrigin: api.origin,
        enabled: true,
      };
      return { api, origin, panel, command };
    }

    async function isOffered(panel: Frame): Promise<void> {
      await panel.waitForSelector('[role=switch][aria-checked=false]');
    }

    test('`override` set to false ends what is on, and forbids it in panel and worker, at once and after a restart', async () => {
      await policy.set({});
      const { panel, command } = await start();
      await isOffered(panel);
      expect(await sendMessage(panel, command)).toEqual({ ok: true });
      expect(await declaredRules(panel)).not.toEqual([]);

      await policy.set({ override: false });
      await noDeclaredRules(panel);
      await waitForDetail(panel, [FORBIDDEN]);
      expect(await panel.$('[role=switch]')).toBeNull();
      expect(await sendMessage(panel, command)).toEqual(REFUSED);
      await stopWorker(chromium.browser, chromium.extensionId);
      expect(await sendMessage(panel, command)).toEqual(REFUSED);
      expect(await declaredRules(panel)).toEqual([]);

      await policy.set({});
      await isOffered(panel);
      expect(await sendMessage(panel, command)).toEqual({ ok: true });
      // Nobody is there to hear of it: it holds from the worker's next start.
      await stopWorker(chromium.browser, chromium.extensionId);
      await policy.set({ override: false });
      await noDeclaredRules(panel);
    });

    test('`debugger` set to false forbids what takes the debugger, and nothing else', async () => {
      await policy.set({});
      const { panel, command } = await start(405);
      await isOffered(panel);
      const answering = { ...command, allow: ['answer-preflight'] };
      expect(await sendMessage(panel, answering)).toEqual({ ok: true });

      await policy.set({ debugger: false });
      await noDeclaredRules(panel);
      await waitForDetail(panel, [
        'Chrome would have to answer it itself, and the organisation that manages',
      ]);
      expect(await sendMessage(panel, answering)).toEqual(REFUSED);
      expect(await sendMessage(panel, command)).toEqual({ ok: true });
      expect(await declaredRules(panel)).not.toEqual([]);
    });

    test('`allowedTargets` forbids all targets that it doesn’t name', async () => {
      await policy.set({ allowedTargets: ['*.example.test'] });
      const { api, panel, command } = await start();
      await waitForDetail(panel, [FORBIDDEN, api.origin]);
      expect(await sendMessage(panel, command)).toEqual(REFUSED);

      await policy.set({ allowedTargets: ['*.example.test', api.origin] });
      await isOffered(panel);
      expect(await sendMessage(panel, command)).toEqual({ ok: true });
      expect(await sendMessage(panel, { ...command, targetOrigin: 'http://127.0.0.1:1' })).toEqual(REFUSED);

      await policy.set({ allowedTargets: [] });
      await noDeclaredRules(panel);
      await waitForPanelText(panel, [FORBIDDEN]);
    });
  },
);
