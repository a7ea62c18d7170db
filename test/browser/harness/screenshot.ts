import type { DevtoolsPanel } from './devtools-panel.ts';

/** Saves a picture of the panel alone, once it has drawn what it shows. */
export async function savePanelPicture({ devtools, panel }: DevtoolsPanel, path: string): Promise<void> {
  for (const frame of [panel, devtools]) {
    await frame.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }
  const iframe = await panel.frameElement();
  const box = await iframe?.boundingBox();
  // Beyond the viewport would mean to lay the page out anew, and the panel's frame may be blank just then.
  await devtools.screenshot({ path, captureBeyondViewport: false, ...(box ? { clip: box } : {}) });
}
