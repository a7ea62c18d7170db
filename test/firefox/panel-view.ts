import type { FirefoxPanel } from './panel.ts';

/** What the panel names as the root cause of the selected call; null where nothing is wrong, or nothing is selected. */
export function shownCause(panel: FirefoxPanel): Promise<string | null> {
  return panel.call(async () => document.querySelector('section.detail')?.getAttribute('data-cause') ?? null);
}

/** Waits until the detail of the selected call says all these words. @returns the detail's text */
export async function waitForDetail(
  panel: FirefoxPanel,
  words: readonly string[],
  timeout = 10_000,
): Promise<string> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const text = await panel.call(
      async () => document.querySelector<HTMLElement>('section.detail')?.innerText ?? '',
    );
    if (words.every((word) => text.includes(word))) return text;
    if (Date.now() > deadline)
      throw new Error(`The detail didn't say ${words.join(' and ')}. It says:\n${text.slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Presses a button, a tab or a switch by its name. */
export async function press(panel: FirefoxPanel, name: string): Promise<void> {
  await panel.call(async (wanted) => {
    const controls = [...document.querySelectorAll<HTMLElement>('button, input, [role=switch], [role=tab]')];
    const named = (control: HTMLElement) =>
      [control.ariaLabel, control.title, control.innerText, control.closest('label')?.innerText].some(
        (text) => text?.trim() === wanted,
      );
    const found = controls.find(named);
    if (found === undefined) throw new Error(`There is no control named ${wanted}.`);
    found.click();
  }, name);
}
