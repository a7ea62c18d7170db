import type { HeaderList } from '../cors/index.ts';
import {
  answeredSenders,
  mayBeAnswered,
  type PausedRequest,
  preflightAnswer,
  senderOf,
} from '../override/index.ts';
import type { OverrideStore } from './override-store.ts';

/**
 * Tells what a paused request is answered with. What no override could answer waits for nothing here: whoever sends that
 * has no part in overrides.
 * @param frameOrigin asks for the origin of the request's frame, or of its worker: null where nobody could tell
 * @returns null for what the server answers
 */
export async function answerToPaused(
  overrides: Pick<OverrideStore, 'all' | 'settled'>,
  request: PausedRequest,
  frameOrigin: () => Promise<string | null>,
): Promise<HeaderList | null> {
  if (!mayBeAnswered(overrides.all(), request)) return null;
  // It may have come by a redirect that was heard of just before.
  await overrides.settled();
  if (answeredSenders(overrides.all(), request, Date.now()).length === 0) return null;
  const sender = await senderOf(request, frameOrigin);
  // Meanwhile an override may have been switched off.
  const isAnswered =
    sender !== null && answeredSenders(overrides.all(), request, Date.now()).includes(sender);
  return isAnswered ? preflightAnswer(request) : null;
}
