/**
 * Puts text on the clipboard, within a click. DevTools doesn't delegate the clipboard API to the frames of extension
 * panels, so the old way comes first.
 */
export async function copyText(text: string): Promise<boolean> {
  const area = document.createElement('textarea');
  const focused = document.activeElement;
  area.value = text;
  area.className = 'visually-hidden';
  // Outside of a dialog that is open nothing can be selected.
  (focused?.closest('dialog') ?? document.body).append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return (
    copied ||
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  );
}
