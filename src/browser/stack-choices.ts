import type { StackChoice } from '../explain/index.ts';
import { STACKS } from '../stacks/index.ts';
import { browser } from './browser.ts';

/**
 * `storage.local`, so that the choice of a server's stack outlasts the browser. In incognito `storage.session`, so that
 * nothing is written to disk.
 */
const area = browser.extension.inIncognitoContext ? browser.storage.session : browser.storage.local;
const PREFIX = 'stack/';

/**
 * Calls back with all choices by the target's origin, and again after each change. Reads the keys of choices alone, and
 * only once, because the area may hold megabytes of requests.
 * @returns a function that unsubscribes
 */
export function subscribeStackChoices(
  listener: (choices: ReadonlyMap<string, StackChoice>) => void,
): () => void {
  const choices = new Map<string, StackChoice>();
  /** The keys that changed while all were being read. Their values are newer than those that were read. */
  const changed = new Set<string>();
  const take = (key: string, value: unknown) => {
    const origin = key.slice(PREFIX.length);
    if (isChoice(value)) choices.set(origin, value);
    else choices.delete(origin);
  };
  const hear = (changes: Record<string, chrome.storage.StorageChange>) => {
    const ofChoices = Object.entries(changes).filter(([key]) => key.startsWith(PREFIX));
    if (ofChoices.length === 0) return;
    for (const [key, { newValue }] of ofChoices) {
      changed.add(key);
      take(key, newValue);
    }
    listener(new Map(choices));
  };
  const readAll = async () => {
    const keys = (await area.getKeys()).filter((key) => key.startsWith(PREFIX));
    const stored: Record<string, unknown> = keys.length === 0 ? {} : await area.get(keys);
    for (const [key, value] of Object.entries(stored)) if (!changed.has(key)) take(key, value);
    listener(new Map(choices));
  };
  area.onChanged.addListener(hear);
  readAll().catch((error: unknown) => console.error('The choices of stacks could not be read.', error));
  return () => area.onChanged.removeListener(hear);
}

/** Stores the stack that the user chose for a target. @param choice null removes the choice */
export async function chooseStack(targetOrigin: string, choice: StackChoice | null): Promise<void> {
  const key = `${PREFIX}${targetOrigin}`;
  if (choice === null) await area.remove(key);
  else await area.set({ [key]: choice });
}

function isChoice(value: unknown): value is StackChoice {
  return value === 'headers-only' || (typeof value === 'string' && Object.hasOwn(STACKS, value));
}
