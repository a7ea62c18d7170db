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
  browser.commands.onCommand.addListener((command: string) => {
    if (command !== COPY_FOR_AGENT) return;
    openPopupToCopy().catch((error: unknown) => console.error('The popup could not be opened.', error));
  });
}

async function openPopupToCopy(): Promise<void> {
  const channel = new BroadcastChannel(POPUP_CHANNEL);
  const copy = () => channel.postMessage('copy' satisfies PopupMessage);
  const giveUp = setTimeout(() => channel.close(), OPENING_MS);
  channel.onmessage = ({ data }: MessageEvent<PopupMessage>) => {
    if (data !== 'opened') return;
    copy();
    // One that is opened after it is the user's own.
    channel.close();
    clearTimeout(giveUp);
  };
  // For one that is open already, which Chrome doesn't open again.
  copy();
  await browser.action.openPopup();
}
