import { POPUP_CHANNEL, type PopupMessage } from '../commands/index.ts';

/** Calls back in the popup that the shortcut for copying has opened, or in one that was open already. */
export function onCopyShortcut(listener: () => void): void {
  const channel = new BroadcastChannel(POPUP_CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<PopupMessage>) => {
    if (data === 'copy') listener();
  };
  channel.postMessage('opened' satisfies PopupMessage);
}
