import type { Frame, Page } from 'puppeteer-core';

/** What is written, or spoken, in the panel or the popup, but for values from the network and code. */
export function proseOf(shown: Frame | Page): Promise<string[]> {
  return shown.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode as Text;
      if (parentElement?.closest('pre, code, bdi, option, script, style, .mono') === null) texts.push(data);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
    }
    return texts.filter((text) => text.trim() !== '');
  });
}
