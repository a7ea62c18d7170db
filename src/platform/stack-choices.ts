import { STACKS, type StackId } from '../cause/index.ts';
import { browser } from './browser.ts';

/** What the user said of a server: its stack, or that only the headers are to be shown. */
export type StackChoice = StackId | 'headers-only';

/** `storage.local`: what runs at an origin is the same tomorrow. Of an incognito tab nothing is written to disk. */
const area = browser.extension.inIncognitoContext ? browser.storage.session : browser.storage.local;
const PREFIX = 'stack/';

/** Delivers all choices by the target's origin, then again after every change. @returns the way to stop */
export function subscribeStackChoices(
  listener: (choices: ReadonlyMap<string, StackChoice>) => void,
): () => void {
  const deliver = async () => {
    const stored: Record<string, unknown> = await area.get(null);
    listener(new Map(Object.entries(stored).flatMap(toChoice)));
  };
  const hear = () => {
    deliver().catch((error: unknown) => console.error('The choices of stacks could not be read.', error));
  };
  area.onChanged.addListener(hear);
  hear();
  return () => area.onChanged.removeListener(hear);
}

/** @param choice null takes the choice back */
export async function chooseStack(targetOrigin: string, choice: StackChoice | null): Promise<void> {
  const key = `${PREFIX}${targetOrigin}`;
  if (choice === null) await area.remove(key);
  else await area.set({ [key]: choice });
}

function toChoice([key, value]: [string, unknown]): [string, StackChoice][] {
  const isChoice = value === 'headers-only' || (typeof value === 'string' && Object.hasOwn(STACKS, value));
  return key.startsWith(PREFIX) && isChoice ? [[key.slice(PREFIX.length), value as StackChoice]] : [];
}
