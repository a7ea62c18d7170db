/** Runs in the panel. Shows all of the selected request, presses all that copies, and reads what the panel then is, as HTML. */
export async function readRow(): Promise<string> {
  const html: string[] = [];
  // A panel in a headless window is drawn seldom.
  const drawn = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
      setTimeout(resolve, 100);
    });
  const tabs = document.querySelectorAll<HTMLElement>('[role=tab]');
  for (const tab of tabs.length === 0 ? [document.body] : tabs) {
    tab.click();
    await drawn();
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const select of document.querySelectorAll<HTMLSelectElement>('.copy-as select')) {
      select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await drawn();
    for (const button of document.querySelectorAll<HTMLElement>('button[aria-live]')) button.click();
    html.push(document.documentElement.outerHTML);
  }
  return html.join('\n');
}
