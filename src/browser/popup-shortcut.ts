import { browser } from './browser.ts';

/** The command of the manifest. */
const COPY_FOR_AGENT = 'copy-for-agent';
const CHANNEL = 'popup';
/** How long, in ms, a popup may take to open. */
const OPENING_MS = 5_000;

type PopupMessage = 'opened' | 'copy';

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
  const channel = new BroadcastChannel(CHANNEL);
  const copy = () => channel.postMessage('copy' satisfies PopupMessage);
  channel.onmessage = ({ data }: MessageEvent<PopupMessage>) => {
    if (data === 'opened') copy();
  };
  // For one that is open already, which Chrome doesn't open again.
  copy();
  setTimeout(() => channel.close(), OPENING_MS);
  await browser.action.openPopup();
}

/** Calls back in the popup that the shortcut opened, or in one that was open already. */
export function onCopyShortcut(listener: () => void): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<PopupMessage>) => {
    if (data === 'copy') listener();
  };
  channel.postMessage('opened' satisfies PopupMessage);
}
