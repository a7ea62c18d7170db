import type { Stage } from '../harness/stage.ts';
import { stopWorker, wakeWorker } from '../harness/worker.ts';
import { noDeclaredRules } from './declared-rules.ts';

/** Ends all overrides as if they had been on for an hour: a worker that comes back takes up what is stored. */
export async function endOverrides(stage: Stage): Promise<void> {
  const { browser, extensionId } = stage;
  const extension = await stage.openExtensionPage();
  await stopWorker(browser, extensionId);
  await extension.evaluate(async () => {
    const { overrides } = await chrome.storage.session.get('overrides');
    const stored = JSON.parse(String(overrides));
    for (const override of stored.value) override.expiresAt = Date.now() + 1_000;
    await chrome.storage.session.set({ overrides: JSON.stringify(stored) });
  });
  await wakeWorker(browser, extensionId, extension);
  await noDeclaredRules(extension);
}
