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
  const reaches = (wide: number, high: number) =>
    panel
      .waitForFunction(
        (...size) => innerWidth === size[0] && innerHeight === size[1],
        { polling: 20, timeout: 1_000 },
        wide,
        high,
      )
      .then(
        () => true,
        () => false,
      );
  // More than once, since what DevTools has around the panel may change: it shows notices.
  for (let attempt = 0; attempt < 5; attempt++) {
    const now = await panel.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const viewport = devtools.viewport() ?? now;
    const [aside, above] = [viewport.width - now.width, viewport.height - now.height];
    await devtools.setViewport({ width: width + aside, height: height + above });
    if (await reaches(width, height)) return;
  }
  throw new Error(`The panel didn't become ${width} by ${height} pixels.`);
}

/** Gives DevTools a theme, which the panel follows at once. */
export async function setTheme({ devtools, panel }: DevtoolsPanel, theme: Theme): Promise<void> {
  await devtools.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await panel.waitForFunction(
    (wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches,
    { polling: 20 },
    theme,
  );
}
