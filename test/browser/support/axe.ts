import axe from 'axe-core';
import type { Frame, Page } from 'puppeteer-core';

/** Beside what axe checks by itself: WCAG 2.2 wants targets of 24 px at least. */
const RULES = { 'target-size': { enabled: true } };

/** What a theme changes. */
const OF_THEME: axe.RunOptions = { runOnly: ['color-contrast'] };

/**
 * What axe-core finds wrong, one line for each element; empty where all is well.
 * @param again whether only the colours have changed since it was last asked
 */
export async function violations(frame: Frame | Page, again = false): Promise<string[]> {
  // Without its detail the panel has no heading yet.
  await frame.waitForFunction(() => document.querySelector('.detail[aria-busy=true]') === null);
  if (!again) await frame.evaluate(axe.source);
  return await frame.evaluate(
    async (options) => {
      const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
      const result = await inPage.run(document, { resultTypes: ['violations'], ...options });
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
      );
    },
    again ? OF_THEME : { rules: RULES },
  );
}
