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
 * Decides the answer to a paused request. Requests that no override could answer are let go at once, because their sender
 * has nothing to do with overrides.
 * @param frameOrigin asks for the origin of the request's frame or worker; null if that isn't known
 * @returns null if the server must answer
 */
export async function answerToPaused(
  overrides: Pick<OverrideStore, 'all' | 'settled'>,
  request: PausedRequest,
  frameOrigin: () => Promise<string | null>,
): Promise<HeaderList | null> {
  if (!mayBeAnswered(overrides.all(), request)) return null;
  // The redirect that led to the request may still be in the queue.
  await overrides.settled();
  if (answeredSenders(overrides.all(), request, Date.now()).length === 0) return null;
  const sender = await senderOf(request, frameOrigin);
  // The override may have been switched off while the frame was asked.
  const isAnswered =
    sender !== null && answeredSenders(overrides.all(), request, Date.now()).includes(sender);
  return isAnswered ? preflightAnswer(request) : null;
}
