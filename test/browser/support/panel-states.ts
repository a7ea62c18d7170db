import type { Frame } from 'puppeteer-core';
import type { Exhibit } from '../../demo/exhibit.ts';
import { startExhibitServers } from '../../demo/exhibit-servers.ts';
import { EXHIBITS } from '../../demo/gallery.ts';
import { startOllama } from '../../servers/ollama.ts';
import { httpAnswer, startRawServer } from '../../servers/raw.ts';
import { startStaticPage } from '../../servers/static-page.ts';
import { click } from '../harness/click.ts';
import { inspectedTabId } from '../harness/devtools-panel.ts';
import type { Inspected } from '../harness/inspected.ts';
import { waitForPanelText } from '../harness/panel-text.ts';
import type { Stage } from '../harness/stage.ts';
import { callAll, startCallingPage } from './calling-page.ts';
import { endOverrides } from './end-overrides.ts';
import { ask } from './main-job.ts';
import { switchOverride, waitForDetail } from './panel-view.ts';
import { settledExchanges } from './settled-report.ts';
import { storeCopies } from './stored-exchanges.ts';

/** Brings the panel into a state. */
export type OpenState = (stage: Stage) => Promise<Inspected>;

const MANY = 1_000;

/** The panel on a page of `localhost`, or of another name for it. */
async function onCallingPage(stage: Stage, host = 'localhost'): Promise<Inspected> {
  const { port } = await stage.started(startCallingPage());
  return await stage.openInspected(`http://${host}:${port}/`);
}

/** The panel on the failing call of the `openai` client to a model server. */
const ollama: OpenState = async (stage) => {
  const { origin: api } = await stage.started(startOllama());
  const { origin } = await stage.started(startStaticPage(await stage.demoPage()));
  const shown = await stage.openInspected(`${origin}/?api=${encodeURIComponent(api)}`);
  await ask(shown.page, '4');
  await waitForDetail(shown.panel, ['x-stainless-timeout', 'Called from']);
  return shown;
};

function exhibit(id: string): Exhibit {
  const found = EXHIBITS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`The gallery has no ${id}.`);
  return found;
}

/** The panel on a call of the gallery. */
function ofExhibit(id: string): OpenState {
  return async (stage) => {
    const { origins } = await stage.started(startExhibitServers());
    const shown = await onCallingPage(stage);
    const { call, headline } = exhibit(id);
    await callAll(shown.page, [{ ...call, url: `${origins[id]}${call.path}` }]);
    await waitForDetail(shown.panel, headline);
    return shown;
  };
}

/** A thousand calls that were blocked for a dozen reasons: one of each was made, the others are copies. */
const thousand: OpenState = async (stage) => {
  const { origins } = await stage.started(startExhibitServers());
  const shown = await onCallingPage(stage);
  const blocked = EXHIBITS.filter(
    ({ cause, server, call }) => cause !== null && server !== 'not running' && !call.from && !call.by,
  );
  await callAll(
    shown.page,
    blocked.map(({ id, call }) => ({ ...call, url: `${origins[id]}${call.path}` })),
  );
  await waitForDetail(shown.panel, ['Called from']);
  const tabId = await inspectedTabId(shown.panel);
  await settledExchanges(shown.panel, tabId, blocked.length);
  await storeCopies(shown.panel, tabId, MANY);
  await waitForPanelText(shown.panel, [`${Math.ceil(MANY / blocked.length)} requests`]);
  return shown;
};

const empty: OpenState = async (stage) => {
  const shown = await onCallingPage(stage);
  await waitForPanelText(shown.panel, ['Nothing seen yet', 'Make the call again']);
  return shown;
};

const example: OpenState = async (stage) => {
  const shown = await empty(stage);
  await click(shown.panel, '#try-it');
  await waitForDetail(shown.panel, ['x-stainless-timeout', 'Ollama']);
  return shown;
};

async function callSilentServer(stage: Stage, { page }: Inspected, host: string): Promise<void> {
  const { port } = await stage.started(startRawServer(() => httpAnswer(200, [])));
  await callAll(page, [{ url: `http://${host}:${port}/v1/orders` }]);
}

const notOnLocalhost: OpenState = async (stage) => {
  const shown = await onCallingPage(stage, 'app.example.test');
  await callSilentServer(stage, shown, 'api.example.test');
  await waitForDetail(shown.panel, ["isn't on localhost"]);
  return shown;
};

/** The override needs access to a host that isn't granted. */
const hostNeeded: OpenState = async (stage) => {
  const shown = await onCallingPage(stage);
  await callSilentServer(stage, shown, 'api.example.test');
  await waitForDetail(shown.panel, ['Chrome will ask']);
  return shown;
};

const consent: OpenState = async (stage) => {
  const shown = await ofExhibit('no-options')(stage);
  await click(shown.panel, '[role=switch]');
  await waitForDetail(shown.panel, ['Turn on', 'Not now']);
  return shown;
};

/** The line that a passed call lacks: headers that the page can't read. */
const passed: OpenState = async (stage) => {
  const { origins } = await stage.started(startExhibitServers());
  const shown = await onCallingPage(stage);
  const { call, headline } = exhibit('hidden-header');
  await callAll(shown.page, [{ ...call, url: `${origins['hidden-header']}${call.path}` }]);
  await waitForPanelText(shown.panel, ['1 cross-origin request passed.']);
  await click(shown.panel, '::-p-aria(Show[role="button"])');
  await waitForDetail(shown.panel, headline);
  return shown;
};

const noMatch: OpenState = async (stage) => {
  const shown = await ollama(stage);
  await (await shown.panel.waitForSelector('::-p-aria([role="searchbox"])'))?.type('method:PATCH');
  await waitForPanelText(shown.panel, ['Nothing matches the filter']);
  return shown;
};

const notOnTheWeb: OpenState = async (stage) => {
  const shown = await onCallingPage(stage);
  await shown.page.goto('chrome://version/');
  await waitForPanelText(shown.panel, ["isn't on the web"]);
  return shown;
};

const overrideOn: OpenState = async (stage) => {
  const shown = await ollama(stage);
  await switchOverride(shown.panel, true);
  await ask(shown.page, '4');
  await waitForDetail(shown.panel, ['passed, thanks to the override']);
  return shown;
};

const overrideEnded: OpenState = async (stage) => {
  const shown = await ollama(stage);
  await switchOverride(shown.panel, true);
  await endOverrides(stage);
  await waitForPanelText(shown.panel, ['ended', 'On again']);
  return shown;
};

/** The states that the panel is looked at in. */
export const PANEL_STATES: Readonly<Record<string, OpenState>> = {
  ollama,
  'preflight-401': ofExhibit('login'),
  'credentials-wildcard': ofExhibit('wildcard'),
  thousand,
  empty,
  example,
  'no-match': noMatch,
  'not-on-the-web': notOnTheWeb,
  passed,
  'not-on-localhost': notOnLocalhost,
  'host-needed': hostNeeded,
  'consent-405': consent,
  'override-on': overrideOn,
  'override-ended': overrideEnded,
};

/** Opens whatever is folded in the detail. */
export async function unfoldAll(panel: Frame): Promise<void> {
  await panel.$$eval('details', (all) => {
    for (const one of all) one.open = true;
  });
}
