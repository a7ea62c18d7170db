import type { Frame, Page } from 'puppeteer-core';

/**
 * What is wider than the window, in words; empty where all is well. Code may be wider in a box of its own that scrolls,
 * and text may be cut where an ellipsis says so.
 */
export function overflowing(frame: Frame | Page): Promise<string[]> {
  return frame.evaluate(() => {
    const width = window.innerWidth;
    const found: string[] = [];
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth > width) found.push(`The page is ${root.scrollWidth} px wide in ${width} px`);
    for (const element of document.querySelectorAll('body *')) {
      const { left, right, width: own, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const name = `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
      const words = (element.textContent ?? '').slice(0, 60);
      const scrolls = ['auto', 'scroll'].includes(style.overflowX) && element.tagName !== 'PRE';
      if (scrolls && element.scrollWidth > element.clientWidth + 1 && own > 1) {
        found.push(`${name} scrolls sideways: ${element.scrollWidth} px in ${element.clientWidth} px`);
      }
      if ((right <= width + 0.5 && left >= -0.5) || own === 0 || height === 0) continue;
      let cut = false;
      for (let parent = element.parentElement; parent !== null && !cut; parent = parent.parentElement) {
        const { overflowX, textOverflow } = getComputedStyle(parent);
        const isBox = parent.tagName === 'PRE' || textOverflow === 'ellipsis' || parent.clientWidth <= 1;
        cut = overflowX !== 'visible' && isBox && parent.getBoundingClientRect().right <= width + 0.5;
      }
      if (!cut && own > 1) {
        found.push(
          `${name} reaches from ${Math.round(left)} to ${Math.round(right)} px in ${width} px: ${words}`,
        );
      }
    }
    return found;
  });
}
