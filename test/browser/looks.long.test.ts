import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { DevtoolsPanel } from './harness/devtools-panel.ts';
import { overflowing } from './support/overflow.ts';
import { PANEL_STATES, unfoldAll } from './support/panel-states.ts';
import { ownChromium } from './support/shared-chromium.ts';

const chromium = ownChromium();

async function inState(name: string): Promise<DevtoolsPanel> {
  const open = PANEL_STATES[name];
  if (open === undefined) throw new Error(`There is no state ${name}.`);
  return await open(chromium);
}

/** How often to zoom in, or out, from 100 %, and what that makes. */
const ZOOMS: readonly (readonly [steps: number, zoom: number])[] = [
  [-2, 0.8],
  [2, 1.25],
  [5, 2],
];
/** How wide DevTools is, in pixels on the screen. */
const ON_SCREEN = [640, 1200, 2000];

/** What DevTools' own front end calls when Ctrl + or Ctrl - is pressed in it. */
interface FrontEnd {
  readonly InspectorFrontendHost: Readonly<Record<'zoomIn' | 'zoomOut' | 'resetZoom', () => void>>;
}

async function zoomTo({ devtools, panel }: DevtoolsPanel, steps: number, zoom: number): Promise<void> {
  await devtools.evaluate((count) => {
    const { InspectorFrontendHost: host } = globalThis as never as FrontEnd;
    host.resetZoom();
    for (let step = 0; step < Math.abs(count); step++) count > 0 ? host.zoomIn() : host.zoomOut();
  }, steps);
  await panel.waitForFunction((wanted) => Math.abs(devicePixelRatio - wanted) < 0.01, {}, zoom);
}

async function widen({ devtools, panel }: DevtoolsPanel, onScreen: number): Promise<void> {
  await devtools.setViewport({ width: onScreen, height: 800 });
  await panel.waitForFunction((wanted) => Math.abs(innerWidth * devicePixelRatio - wanted) < 4, {}, onScreen);
}

test.each(['override-on', 'consent-405'])(
  'zoomed in and out, nothing is wider than the window: %s',
  async (name) => {
    const shown = await inState(name);
    await unfoldAll(shown.panel);
    for (const [steps, zoom] of ZOOMS) {
      await zoomTo(shown, steps, zoom);
      for (const width of ON_SCREEN) {
        await widen(shown, width);
        const found = await overflowing(shown.panel);
        expect({ zoom, width, found }).toEqual({ zoom, width, found: [] });
      }
    }
  },
);

/** What the system's colours are, and what the panel makes of them. */
function colours(panel: Frame) {
  return panel.evaluate(() => {
    const probe = document.createElement('span');
    document.body.append(probe);
    const system = (name: string) => {
      probe.style.color = name;
      return getComputedStyle(probe).color;
    };
    const [highlight, highlightText, canvas, canvasText] = [
      'Highlight',
      'HighlightText',
      'Canvas',
      'CanvasText',
    ].map(system);
    probe.remove();
    const styleOf = (selector: string, pseudo?: string) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`There is no ${selector}.`);
      return getComputedStyle(element, pseudo);
    };
    const row = styleOf('[role=treeitem][aria-selected=true]');
    return {
      system: { highlight, highlightText, canvas, canvasText },
      selected: { background: row.backgroundColor, text: row.color },
      method: styleOf('[role=treeitem][aria-selected=true] *').color,
      mark: styleOf('.headline .mark, .mark').color,
      switchEdge: styleOf('[role=switch]').borderColor,
    };
  });
}

test.each(['light', 'dark'])(
  "in the system's own colours (%s) the selection, marks and the switch are told apart",
  async (scheme) => {
    const shown = await inState('override-on');
    // The panel is in a process of its own: what DevTools' page is made to see doesn't reach it.
    const target = chromium.browser.targets().find((one) => one.url() === shown.panel.url());
    const session = await target?.createCDPSession();
    await session?.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: scheme },
      ],
    });
    await shown.panel.waitForFunction(() => matchMedia('(forced-colors: active)').matches);
    const { system, ...seen } = await colours(shown.panel);
    expect(seen.selected).toEqual({ background: system.highlight, text: system.highlightText });
    expect(seen.method).toBe(system.highlightText);
    expect(seen.mark).toBe(system.canvasText);
    expect(seen.switchEdge).not.toBe(system.canvas);
  },
);
