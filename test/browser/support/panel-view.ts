import type { ElementHandle, Frame } from 'puppeteer-core';
import { click } from '../harness/click.ts';

const DETAIL = 'section[aria-label="Details of the selected request"]';
const SWITCH = '::-p-aria([role="switch"])';

/** What the detail of the selected request says, as it is read; empty while there is none. */
export function detailText(panel: Frame): Promise<string> {
  return panel.evaluate((selector) => {
    return document.querySelector<HTMLElement>(selector)?.innerText ?? '';
  }, DETAIL);
}

/** Waits until the detail says all these words. */
export async function waitForDetail(panel: Frame, words: readonly string[], timeout = 15_000): Promise<void> {
  try {
    await panel.waitForFunction(
      (selector, expected) => {
        const text = document.querySelector<HTMLElement>(selector)?.innerText ?? '';
        return expected.every((word) => text.includes(word));
      },
      { polling: 20, timeout },
      DETAIL,
      words,
    );
  } catch (cause) {
    const shown = (await detailText(panel)).slice(0, 2_000);
    throw new Error(`The detail didn't say ${words.join(' and ')}. It says:\n${shown}`, { cause });
  }
}

/** What a screen reader is told of each element that matches: text without what is hidden from it. */
export function spokenTexts(panel: Frame, selector: string): Promise<string[]> {
  return panel.$$eval(selector, (elements) =>
    elements.map((element) => {
      const copy = document.createElement('div');
      copy.append(element.cloneNode(true));
      for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
      return (copy.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
    }),
  );
}

/** What is said of each requested header in the detail: its name, and in words whether it is allowed. */
export async function requestedHeaders(panel: Frame): Promise<ReadonlyMap<string, string>> {
  const texts = await spokenTexts(panel, `${DETAIL} table li`);
  return new Map(
    texts.map((text) => {
      const [, verdict = '', name = ''] = /^(.+):\s*(\S+)$/.exec(text) ?? [];
      return [name, verdict] as const;
    }),
  );
}

/** The switch of the override in the detail, found as assistive technology finds it. */
export async function overrideSwitch(panel: Frame): Promise<ElementHandle> {
  const found = await panel.waitForSelector(SWITCH);
  const name = (await found?.evaluate((element) => element.textContent)) ?? '';
  if (found === null || !name.includes('Override')) throw new Error(`The switch is named ${name}.`);
  return found;
}

/** Clicks the override's switch, and waits until the override is on, or off. */
export async function switchOverride(panel: Frame, on: boolean): Promise<void> {
  const button = await overrideSwitch(panel);
  await click(panel, SWITCH);
  try {
    await panel.waitForSelector(`[role=switch][aria-checked=${on}][aria-busy=false]`);
  } catch (cause) {
    const attached = await button.evaluate((element) => element.isConnected);
    const shown = (await detailText(panel)).slice(0, 2_000);
    throw new Error(
      `The override isn't ${on ? 'on' : 'off'}; the switch that was clicked is ${attached ? 'still there' : 'gone'}. The detail says:\n${shown}`,
      { cause },
    );
  }
}

/** An item of the list that the keys move from, as assistive technology is told of it. */
interface ActiveItem {
  readonly id: string;
  readonly isGroup: boolean;
  readonly folded: boolean;
}

/** Where the keys are in the list. */
export function activeItem(panel: Frame): Promise<ActiveItem> {
  return panel.$eval('[role=tree]', (tree) => {
    const id = tree.getAttribute('aria-activedescendant') ?? '';
    const item = document.getElementById(id);
    return { id, isGroup: item?.ariaLevel === '1', folded: item?.ariaExpanded === 'false' };
  });
}

/** Goes through the list by keyboard, unfolds what is folded, and selects one request after the other. @returns what `read` said of each */
export async function walkRequests<T>(panel: Frame, read: () => Promise<T>): Promise<readonly T[]> {
  const tree = await panel.waitForSelector('[role=tree]');
  if (tree === null) throw new Error('There is no list.');
  const found: T[] = [];
  await tree.press('Home');
  for (let before = ''; ; ) {
    const { id, isGroup, folded } = await activeItem(panel);
    if (id === before) return found;
    if (folded) await tree.press('ArrowRight');
    await panel.waitForSelector('main[aria-busy=false]');
    if (!isGroup) found.push(await read());
    before = id;
    await tree.press('ArrowDown');
  }
}

/** Shows one of the ways to fix a call, by its name. */
export async function showTab(panel: Frame, name: string): Promise<void> {
  await click(panel, `::-p-aria(${name}[role="tab"])`);
}

/** Opens what is folded behind these words. */
export async function unfold(panel: Frame, words: string): Promise<void> {
  await click(panel, `${DETAIL} summary::-p-text(${words})`);
}
