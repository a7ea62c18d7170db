import type { Marionette } from './marionette.ts';

/** Our panel in Firefox's DevTools. */
export interface FirefoxPanel {
  /** Runs an async function in the panel. @param run is sent as text: it sees nothing from around it */
  call<Args extends readonly unknown[], Result>(
    run: (...args: Args) => Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Clicks as a person does, so that the panel may do what needs a person. @param place in CSS pixels of the panel */
  click(place: { readonly x: number; readonly y: number }): Promise<void>;
  /** The text on the clipboard. */
  clipboard(): Promise<string>;
}

/** Opens DevTools on the tab in front, and shows our panel. @param height of DevTools, in CSS pixels */
export async function openPanel(marionette: Marionette, height = 420): Promise<FirefoxPanel> {
  await marionette.callBrowser(showPanel, 'CORS', height);
  return {
    call: <Args extends readonly unknown[], Result>(run: (...args: Args) => Promise<Result>, ...args: Args) =>
      marionette.callBrowser(callInPanel<Result>, run.toString(), args),
    click: async ({ x, y }) => {
      await marionette.callBrowser(clickInPanel, x, y);
    },
    clipboard: () => marionette.callBrowser(readClipboard),
  };
}

/** Runs in Firefox itself. */
async function clickInPanel(x: number, y: number): Promise<null> {
  const press = (type: string) =>
    `content.synthesizeMouseEvent('${type}', ${x}, ${y}, { button: 0, clickCount: 1 });`;
  const script = encodeURIComponent(press('mousedown') + press('mouseup'));
  window.ourPanel.messageManager.loadFrameScript(`data:application/javascript,${script}`, false);
  return null;
}

/** Runs in Firefox itself. */
async function readClipboard(): Promise<string> {
  return await window.navigator.clipboard.readText();
}

/** Runs in Firefox itself. DevTools' modules are private to it. */
async function showPanel(label: string, height: number): Promise<null> {
  const until = async <Found>(look: () => Found | null | undefined): Promise<Found> => {
    for (;;) {
      const found = look();
      if (found !== null && found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  Services.prefs.setIntPref('devtools.toolbox.footer.height', height);
  const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
  const { gDevTools } = require('devtools/client/framework/devtools');
  const { selectedTab } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser;
  const toolbox = await gDevTools.showToolboxForTab(selectedTab, {
    toolId: 'webconsole',
    hostType: 'bottom',
  });
  const tool = await until(() => toolbox.getAdditionalTools().find((one) => one.label === label));
  await toolbox.selectTool(tool.id);
  const frame = await until(() => toolbox.win.document.getElementById(`toolbox-panel-iframe-${tool.id}`));
  window.ourPanel = await until(() => frame.contentDocument?.querySelector('browser'));
  // It is there before its page is.
  await until(() => (window.ourPanel.currentURI?.spec.includes('/panel/') ? true : null));
  return null;
}

/** Runs in Firefox itself, and hands the function on to the panel's process. */
async function callInPanel<Result>(run: string, args: readonly unknown[]): Promise<Result> {
  const { messageManager } = window.ourPanel;
  const name = `answer-${Math.random()}`;
  const answer = new Promise<Result>((resolve, reject) => {
    const hear = ({ data }: { readonly data: { readonly result: Result; readonly error?: string } }) => {
      messageManager.removeMessageListener(name, hear);
      if (data.error === undefined) resolve(data.result);
      else reject(new Error(data.error));
    };
    messageManager.addMessageListener(name, hear);
  });
  const script = `(async () => {
    try {
      const __name = (named) => named;
      // The page's policy forbids it to make code of text.
      const sandbox = Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      const result = await Components.utils.evalInSandbox(${JSON.stringify(`(${run})(...${JSON.stringify(args)})`)}, sandbox);
      sendAsyncMessage(${JSON.stringify(name)}, { result });
    } catch (error) { sendAsyncMessage(${JSON.stringify(name)}, { error: String(error) }); }
  })()`;
  messageManager.loadFrameScript(
    `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
    false,
  );
  return await answer;
}

// What is used of Firefox's own interfaces.
declare const Services: {
  readonly prefs: { setIntPref(name: string, value: number): void };
  readonly wm: { getMostRecentWindow(type: string): { readonly gBrowser: { readonly selectedTab: object } } };
};
declare const ChromeUtils: {
  importESModule(url: string): { readonly require: (module: string) => { readonly gDevTools: DevTools } };
};
declare const window: { ourPanel: PanelBrowser; readonly navigator: Pick<Navigator, 'clipboard'> };

interface DevTools {
  showToolboxForTab(
    tab: object,
    options: { readonly toolId: string; readonly hostType: string },
  ): Promise<Toolbox>;
}
interface Toolbox {
  readonly win: {
    readonly document: {
      getElementById(id: string): { readonly contentDocument: PanelDocument | null } | null;
    };
  };
  getAdditionalTools(): readonly { readonly id: string; readonly label: string }[];
  selectTool(id: string): Promise<unknown>;
}
interface PanelDocument {
  querySelector(selector: 'browser'): PanelBrowser | null;
}
interface PanelBrowser {
  readonly currentURI: { readonly spec: string } | null;
  readonly messageManager: {
    addMessageListener<Data>(name: string, hear: (message: { readonly data: Data }) => void): void;
    removeMessageListener<Data>(name: string, hear: (message: { readonly data: Data }) => void): void;
    loadFrameScript(url: string, allowDelayed: boolean): void;
  };
}
