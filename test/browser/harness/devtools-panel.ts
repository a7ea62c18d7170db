import type { Frame, JSHandle, Page, Viewport } from 'puppeteer-core';

const TITLE = 'CORS';
const DEVTOOLS_PAGE = 'src/devtools/';
const PANEL_PAGE = 'src/panel/index.html';

type Dock = 'right' | 'bottom' | 'undocked';

export interface PanelOptions {
  /** Where DevTools sits; `undocked` lets it fill its viewport, without a placeholder for the page. */
  readonly dock?: Dock;
  /** The size that DevTools is drawn at; null leaves it to the window. */
  readonly viewport?: Viewport | null;
  /** How high it is when docked at the bottom. */
  readonly height?: number;
}

export interface DevtoolsPanel {
  /** The whole of DevTools, as a page. */
  readonly devtools: Page;
  /** Our panel in it. It stays the same when the inspected page navigates. */
  readonly panel: Frame;
}

/** The part of DevTools' own, private modules that is used here, and nowhere else. */
interface DevtoolsModules {
  readonly ViewManager: {
    readonly ViewManager: {
      instance(): { hasView(id: string): boolean; showView(id: string): Promise<void> };
    };
  };
  readonly InspectorView: {
    readonly InspectorView: { instance(): { ownerSplit(): { setSidebarSize(size: number): void } | null } };
  };
  readonly DockController: { readonly DockController: { instance(): { setDockSide(side: Dock): void } } };
}

/**
 * Opens DevTools on a page, unless it is open, and shows our panel.
 * The page must have loaded: on the browser's own error pages DevTools has no panels of extensions.
 * Docked DevTools stops drawing while another tab is in front; undocked it goes on.
 */
export async function openPanel(
  page: Page,
  extensionId: string,
  { dock = 'undocked', viewport = { width: 1280, height: 800 }, height }: PanelOptions = {},
): Promise<DevtoolsPanel> {
  const extension = `chrome-extension://${extensionId}`;
  const devtools = await page.openDevTools();
  // DevTools' modules may be touched only once it is up; that it loaded our devtools_page is the sign.
  await devtools.waitForFrame((frame) => frame.url().startsWith(`${extension}/${DEVTOOLS_PAGE}`));
  const view = `${extension}${TITLE}`;
  const modules = await importModules(devtools);
  await devtools.waitForFunction(
    ({ ViewManager }, id) => ViewManager.ViewManager.instance().hasView(id),
    { polling: 50 },
    modules,
    view,
  );
  if (viewport !== null) await devtools.setViewport(viewport);
  await modules.evaluate(
    async ({ ViewManager, DockController, InspectorView }, id, side, size) => {
      DockController.DockController.instance().setDockSide(side);
      if (size !== undefined) InspectorView.InspectorView.instance().ownerSplit()?.setSidebarSize(size);
      await ViewManager.ViewManager.instance().showView(id);
    },
    view,
    dock,
    height,
  );
  const panel = await devtools.waitForFrame((frame) => frame.url().startsWith(`${extension}/${PANEL_PAGE}`));
  return { devtools, panel };
}

/** Loads our panel anew, and waits until it is. */
export async function reloadPanel(panel: Frame): Promise<void> {
  await Promise.all([
    panel.waitForNavigation(),
    panel.evaluate(() => void setTimeout(() => location.reload())),
  ]);
}

/** Written as text, since test runners rewrite an `import` that they find in code. */
async function importModules(devtools: Page): Promise<JSHandle<DevtoolsModules>> {
  const modules = await devtools.evaluateHandle("import('devtools://devtools/bundled/ui/legacy/legacy.js')");
  return modules as JSHandle<DevtoolsModules>;
}

/** The id of the tab that the panel inspects, as the extension knows it. */
export async function inspectedTabId(panel: Frame): Promise<number> {
  return await panel.evaluate(() => chrome.devtools.inspectedWindow.tabId);
}
