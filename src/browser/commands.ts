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
 * @throws CommandError if the command failed, was not answered, or didn't reach the worker; nothing else
 */
export function send<Name extends CommandName>(name: Name, args: Args<Name>): Promise<Reply<Name>> {
  return sendCommand((message) => browser.runtime.sendMessage(message), name, args);
}

/** Switches an override off. @throws CommandError */
export async function turnOff({ tabId, pageOrigin, targetOrigin }: OverridePair): Promise<void> {
  await send('setOverride', { tabId, pageOrigin, targetOrigin, enabled: false });
}

/** Switches overrides off. Tries all of them, even if one fails. @throws the first CommandError */
export async function turnOffAll(overrides: readonly OverridePair[]): Promise<void> {
  const ends = await Promise.allSettled(overrides.map(turnOff));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/**
 * Answers the commands of the extension's own pages. Answers all other messages with an error. Call it synchronously when
 * the worker starts.
 * @param handlers resolves to the functions that carry the commands out, once the worker is ready
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
        // The page that sent the command is gone.
      });
    // Keeps the channel open for the answer.
    return true;
  });
}

const NOT_OWN_PAGE = new CommandError(
  { code: 'not-own-page', parameters: {} },
  'Only pages of the extension are answered.',
);
