import {
  type Args,
  answerCommand,
  CommandError,
  type CommandName,
  type Handlers,
  type Reply,
  sendCommand,
  toRefusal,
} from '../commands/index.ts';
import type { OverridePair } from '../override/index.ts';
import { browser } from './browser.ts';

/**
 * Sends a command to the worker.
 * @throws CommandError where it failed, was not answered, or the worker couldn't be reached; nothing else
 */
export function send<Name extends CommandName>(name: Name, args: Args<Name>): Promise<Reply<Name>> {
  return sendCommand((message) => browser.runtime.sendMessage(message), name, args);
}

/** Switches an override off. @throws CommandError */
export async function turnOff({ tabId, pageOrigin, targetOrigin }: OverridePair): Promise<void> {
  await send('setOverride', { tabId, pageOrigin, targetOrigin, enabled: false });
}

/** Switches overrides off, each for itself. @throws the first CommandError, once all were tried */
export async function turnOffAll(overrides: readonly OverridePair[]): Promise<void> {
  const ends = await Promise.allSettled(overrides.map(turnOff));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/**
 * Answers the commands of the extension's own pages; a message from anywhere else, or none of ours, is answered with
 * an error. To be called synchronously when the worker starts.
 * @param handlers what carries the commands out, once the worker is ready
 */
export function onCommand(handlers: () => Promise<Handlers>): void {
  const own = browser.runtime.getURL('');
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: unknown) => void) => {
    const fromOwnPage = sender.id === browser.runtime.id && sender.url?.startsWith(own) === true;
    if (!fromOwnPage) {
      reply(toRefusal(NOT_OWN_PAGE, message));
      return false;
    }
    answerCommand(message, handlers)
      .then(reply)
      .catch(() => {
        // The page that asked is gone.
      });
    // The answer comes later.
    return true;
  });
}

const NOT_OWN_PAGE = new CommandError(
  { code: 'not-own-page', parameters: {} },
  'Only pages of the extension are answered.',
);
