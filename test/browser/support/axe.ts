import axe from 'axe-core';
import type { Frame, Page } from 'puppeteer-core';

/** Beside what axe checks by itself: WCAG 2.2 wants targets of 24 px at least. */
const RULES = { 'target-size': { enabled: true } };

/** What axe-core finds wrong, one line for each element; empty where all is well. */
export async function violations(frame: Frame | Page): Promise<string[]> {
  await frame.evaluate(axe.source);
  return await frame.evaluate(async (rules) => {
    const { axe: inPage } = window as unknown as { readonly axe: typeof axe };
    const result = await inPage.run(document, { resultTypes: ['violations'], rules });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
    );
  }, RULES);
}
