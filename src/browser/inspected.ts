import type { CodeLocation } from '../cors/index.ts';
import type { CallTiming } from '../observe/index.ts';
import { devtools } from './browser.ts';
import { evaluate } from './evaluate.ts';

/** True for a page that DevTools shows; a tab of its own inspects nothing. */
export function isInspecting(): boolean {
  return globalThis.chrome?.devtools !== undefined;
}

/** The tab that this DevTools window inspects. */
export function inspectedTabId(): number {
  return devtools().inspectedWindow.tabId;
}

/**
 * Asks the page that the tab shows for its URL and its time origin, in ms since the epoch. It answers when it isn't busy;
 * null where it can't be asked.
 * @see https://www.w3.org/TR/hr-time/#dom-performance-timeorigin
 */
export async function askInspectedPage(): Promise<AskedPage | null> {
  const answer = await evaluate('({ url: location.href, timeOrigin: performance.timeOrigin })');
  return isPage(answer) ? answer : null;
}

interface AskedPage {
  readonly url: string;
  readonly timeOrigin: number;
}

function isPage(answer: unknown): answer is AskedPage {
  if (typeof answer !== 'object' || answer === null || !('url' in answer) || !('timeOrigin' in answer))
    return false;
  return typeof answer.url === 'string' && typeof answer.timeOrigin === 'number';
}

/**
 * Lists the URLs of the page's scripts and stylesheets from other origins that have `integrity` and no `crossorigin`.
 * Elements of frames, and those that were removed, aren't seen. @returns null where the page can't be asked
 */
export async function uncheckedIntegrity(): Promise<readonly string[] | null> {
  return textsOf(
    await evaluate(
      `Array.from(document.querySelectorAll('script[src][integrity], link[href][integrity]'))
        .filter(({ integrity, crossOrigin }) => crossOrigin === null && /sha(256|384|512)-/.test(integrity))
        .map((element) => element.src ?? element.href)
        .filter((url) => URL.parse(url)?.origin !== location.origin)`,
    ),
  );
}

/** Lists the Content Security Policies that the page's elements state. @returns null where the page can't be asked */
export async function metaPolicies(): Promise<readonly string[] | null> {
  return textsOf(
    await evaluate(
      `Array.from(document.querySelectorAll('meta[http-equiv="content-security-policy" i]')).map(({ content }) => content)`,
    ),
  );
}

/** Lists what the page's own timing tells of its calls. Those to its own origin may be redirected elsewhere. */
export async function callTimings(): Promise<readonly CallTiming[] | null> {
  const answer = await evaluate(
    `performance.getEntriesByType('resource')
      .map(({ name, startTime, responseStatus: status }) => ({ url: name, at: performance.timeOrigin + startTime, status }))`,
  );
  return Array.isArray(answer) ? answer.filter(isTiming) : null;
}

function isTiming(answer: unknown): answer is CallTiming {
  if (typeof answer !== 'object' || answer === null) return false;
  if (!('url' in answer && 'at' in answer && 'status' in answer)) return false;
  const { url, at, status } = answer;
  return typeof url === 'string' && typeof at === 'number' && typeof status === 'number';
}

/** The texts of a list that the page gave, which may be anything. */
function textsOf(answer: unknown): readonly string[] | null {
  return Array.isArray(answer) ? answer.filter((one) => typeof one === 'string') : null;
}

/** Lists the URLs of all resources that the inspected page has loaded: in Firefox those that its own timing names. */
export async function pageResources(): Promise<readonly string[]> {
  const { inspectedWindow } = devtools();
  if ('getResources' in inspectedWindow)
    return await new Promise((resolve) => {
      inspectedWindow.getResources((resources) => resolve(resources.map(({ url }) => url)));
    });
  return textsOf(await evaluate(`performance.getEntriesByType('resource').map(({ name }) => name)`)) ?? [];
}

export function reloadInspectedPage(): void {
  devtools().inspectedWindow.reload({});
}

/** Opens the Sources panel at a line of the page's code. */
export function openInSources({ url, line }: CodeLocation): void {
  devtools().panels.openResource(url, line - 1, () => {});
}

/** Adds a panel. Paths are from the extension's root. */
export function createPanel(
  title: string,
  iconPath: string,
  pagePath: string,
): Promise<chrome.devtools.panels.ExtensionPanel> {
  return new Promise((resolve) => devtools().panels.create(title, iconPath, pagePath, resolve));
}
