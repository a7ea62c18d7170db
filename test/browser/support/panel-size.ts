import type { DevtoolsPanel } from '../harness/devtools-panel.ts';

/** A colour scheme; the panel's is that of DevTools. */
export type Theme = 'light' | 'dark';

export const THEMES: readonly Theme[] = ['light', 'dark'];

/** The widths that the panel has to look good at: narrow at the side, wider, and at the bottom, in CSS pixels. */
export const WIDTHS: readonly number[] = [320, 400, 1200];

/** Makes DevTools just so big that the panel in it has this size, and waits until it has. */
export async function resizePanel(
  { devtools, panel }: DevtoolsPanel,
  width: number,
  height: number,
): Promise<void> {
  const inner = () => panel.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const viewport = devtools.viewport() ?? { width, height };
  const now = await inner();
  const [aside, above] = [viewport.width - now.width, viewport.height - now.height];
  await devtools.setViewport({ width: width + aside, height: height + above });
  await panel.waitForFunction(
    (wantedWidth, wantedHeight) => innerWidth === wantedWidth && innerHeight === wantedHeight,
    { polling: 20, timeout: 5_000 },
    width,
    height,
  );
}

/** Gives DevTools a theme, which the panel follows at once. */
export async function setTheme({ devtools, panel }: DevtoolsPanel, theme: Theme): Promise<void> {
  await devtools.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await panel.waitForFunction(
    (wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches,
    { polling: 20, timeout: 5_000 },
    theme,
  );
}
