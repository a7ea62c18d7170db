import { POPUP_CHANNEL, type PopupMessage } from '../commands/index.ts';
import { browser } from './browser.ts';

/** The command of the manifest. */
const COPY_FOR_AGENT = 'copy-for-agent';
/** How long, in ms, a popup may take to open. */
const OPENING_MS = 5_000;

/**
 * Opens the popup when the user presses the shortcut, and has it copy: a worker has no clipboard, and a popup has the
 * focus that Chrome asks for. What it copied is said there.
 */
export function openPopupOnShortcut(): void {
  browser.commands.onCommand.addListener((command: string, tab?: chrome.tabs.Tab) => {
    if (command !== COPY_FOR_AGENT) return;
    openPopupToCopy(tab?.windowId).catch((error: unknown) =>
      console.error('The popup could not be opened.', error),
    );
  });
}

/** @param windowId of the tab in front: without it, Chrome opens no popup while a window of DevTools is the last one used */
async function openPopupToCopy(windowId: number | undefined): Promise<void> {
  const channel = new BroadcastChannel(POPUP_CHANNEL);
  const copy = () => channel.postMessage('copy' satisfies PopupMessage);
  // A popup that is opened later is the user's own, and copies nothing.
  const end = () => {
    channel.close();
    clearTimeout(giveUp);
  };
  const giveUp = setTimeout(end, OPENING_MS);
  channel.onmessage = ({ data }: MessageEvent<PopupMessage>) => {
    if (data !== 'opened') return;
    copy();
    end();
  };
  // For one that is open already, which Chrome doesn't open again.
  copy();
  try {
    await browser.action.openPopup(windowId === undefined ? {} : { windowId });
  } catch (error) {
    end();
    throw error;
  }
}
