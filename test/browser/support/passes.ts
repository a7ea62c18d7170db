import type { Page } from 'puppeteer-core';

/** Whether a GET of the page's comes through. */
export function passes(page: Page, url: string): Promise<boolean> {
  return page.evaluate(
    (target) =>
      fetch(target).then(
        () => true,
        () => false,
      ),
    url,
  );
}
