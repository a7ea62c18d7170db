import type { FirefoxPanel } from './panel.ts';

/** What the panel names as the root cause of the selected call; null where nothing is wrong, or nothing is selected. */
export function shownCause(panel: FirefoxPanel): Promise<string | null> {
  return panel.call(async () => document.querySelector('section.detail')?.getAttribute('data-cause') ?? null);
}

/** The detail of the selected call; empty while there is none. */
export function shownDetail(panel: FirefoxPanel): Promise<string> {
  return panel.call(async () => document.querySelector<HTMLElement>('section.detail')?.innerText ?? '');
}

/** Waits until the detail of the selected call says all these words. @returns the detail's text */
export async function waitForDetail(
  panel: FirefoxPanel,
  words: readonly string[],
  timeout = 20_000,
): Promise<string> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const text = await shownDetail(panel);
    if (words.every((word) => text.includes(word))) return text;
    if (Date.now() > deadline) {
      const shown = await panel.call(async () => document.body.innerText.slice(0, 2_000));
      throw new Error(`The detail didn't say ${words.join(' and ')}. The panel says:\n${shown}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Presses a button, a box or a switch by its name, once it is there. */
export async function press(panel: FirefoxPanel, name: string, timeout = 10_000): Promise<void> {
  const deadline = Date.now() + timeout;
  while (!(await panel.call(pressNow, name))) {
    if (Date.now() > deadline) throw new Error(`The panel has no control named ${name}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Clicks a button by its name as a person does, once it is there. */
export async function clickOn(panel: FirefoxPanel, name: string, timeout = 10_000): Promise<void> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const place = await panel.call(placeOf, name);
    if (place !== null) return await panel.click(place);
    if (Date.now() > deadline) throw new Error(`The panel has no button named ${name}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs in the panel. @returns the middle of a button, scrolled into view; null where there is no such button */
async function placeOf(name: string): Promise<{ x: number; y: number } | null> {
  const found = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === name,
  );
  for (
    let folded = found?.closest('details:not([open])');
    folded;
    folded = folded.parentElement?.closest('details:not([open])')
  )
    folded.setAttribute('open', '');
  found?.scrollIntoView({ block: 'center' });
  const box = found?.getBoundingClientRect();
  return box === undefined || box.width === 0
    ? null
    : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Runs in the panel. @returns false where there is no such control */
async function pressNow(name: string): Promise<boolean> {
  const controls = [...document.querySelectorAll<HTMLElement>('button, input, [role=switch], [role=tab]')];
  const found = controls.find((control) =>
    [control.ariaLabel, control.title, control.innerText, control.closest('label')?.innerText].some(
      (text) => text?.trim() === name,
    ),
  );
  found?.click();
  return found !== undefined;
}
