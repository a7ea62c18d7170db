/**
 * Runs in the panel. Shows all of the selected request, and presses all that copies.
 * @returns the panel's HTML, once for each way to fix the call
 */
export async function readRow(): Promise<string> {
  const html: string[] = [];
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
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
