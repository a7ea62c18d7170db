import type { Frame } from 'puppeteer-core';
import type { ShownEdit } from '../../servers/apply-recipe.ts';

/** Not those that are offered for the page's own side. */
const STEPS = 'section[aria-label="Details of the selected request"] .steps:not(.ways .steps)';

/** Which stack the panel's fix is for. */
export function shownStack(panel: Frame): Promise<string> {
  return panel.$eval('.stack-chooser select', (select) => (select as HTMLSelectElement).value);
}

/** What the panel says of it, as it is read. */
export function shownChoice(panel: Frame): Promise<string> {
  return panel.$eval(
    '.stack-chooser select',
    (select) => (select as HTMLSelectElement).selectedOptions[0]?.textContent ?? '',
  );
}

/** Says in the panel which stack the server is, and waits until its recipe is there. */
export async function chooseStack(panel: Frame, stack: string): Promise<void> {
  await panel.select('.stack-chooser select', stack);
  await panel.waitForFunction(
    (wanted) => document.querySelector<HTMLSelectElement>('.stack-chooser select')?.value === wanted,
    {},
    stack,
  );
  await panel.waitForSelector(STEPS);
}

/** The edits of the recipe, exactly as the panel shows them. */
export function shownEdits(panel: Frame): Promise<ShownEdit[]> {
  return panel.$$eval(`${STEPS} [data-file]`, (steps) =>
    steps.map((step) => ({
      file: step.querySelector('.value')?.textContent ?? '',
      place: step.getAttribute('data-place') ?? '',
      code: step.querySelector('pre')?.textContent ?? '',
    })),
  );
}

/** Picks one of a recipe's variants, by its place. */
export async function chooseVariant(panel: Frame, index: number): Promise<void> {
  const names = await panel.$$eval('.recipe-variant option', (all) => all.map(({ value }) => value));
  await panel.select('.recipe-variant select', names[index] ?? '');
}
