import type { FinishedRequest } from '../exchange/index.ts';
import {
  type Answer,
  type Command,
  type ProbeAnswer,
  parseCommand,
  type SetOverride,
} from '../messages/index.ts';
import type { OverridePair } from '../override/index.ts';
import type { Report } from '../report/index.ts';
import { browser } from './browser.ts';

/** @returns once the override is in force, or why it is not */
export function setOverride(command: Omit<SetOverride, 'type'>): Promise<Answer> {
  return send<Answer>({ type: 'setOverride', ...command });
}

/** @returns why not all of them could be switched off, or null */
export async function turnOffAll(overrides: readonly OverridePair[]): Promise<string | null> {
  const answers = await Promise.all(
    overrides.map(({ tabId, pageOrigin, targetOrigin }) =>
      setOverride({ tabId, pageOrigin, targetOrigin, enabled: false }),
    ),
  );
  return answers.find((answer) => !answer.ok)?.error ?? null;
}

export function clearExchanges(tabId: number): Promise<Answer> {
  return send<Answer>({ type: 'clearExchanges', tabId });
}

export function exportReport(tabId: number): Promise<Report> {
  return send<Report>({ type: 'exportReport', tabId });
}

/** @returns once the server has answered, or it is certain that it doesn't */
export function probePreflight(tabId: number, exchangeId: string): Promise<ProbeAnswer> {
  return send<ProbeAnswer>({ type: 'probePreflight', tabId, exchangeId });
}

export function reportFinished(tabId: number, finished: readonly FinishedRequest[]): Promise<Answer> {
  return send<Answer>({ type: 'reportFinished', tabId, finished });
}

export function reportNavigation(tabId: number, url: string, at: number): Promise<Answer> {
  return send<Answer>({ type: 'reportNavigation', tabId, url, at });
}

function send<Reply>(command: Command): Promise<Reply> {
  return browser.runtime.sendMessage(command);
}

/**
 * Answers the commands of the extension's own pages; a message from anywhere else, or none of ours, is answered with
 * an error. To be called synchronously when the worker starts.
 */
export function onCommand(handle: (command: Command) => Promise<Report | Answer | ProbeAnswer>): void {
  const own = browser.runtime.getURL('');
  browser.runtime.onMessage.addListener((message: unknown, sender, reply: (answer: unknown) => void) => {
    const fromOwnPage = sender.id === browser.runtime.id && sender.url?.startsWith(own) === true;
    const command = fromOwnPage
      ? parseCommand(message)
      : { error: 'Only pages of the extension are answered.' };
    const answer = 'error' in command ? Promise.resolve(refusal(command.error)) : handle(command);
    answer.catch((error: unknown) => refusal(String(error))).then(reply);
    // The answer comes later.
    return true;
  });
}

function refusal(error: string): Answer {
  return { ok: false, error };
}
