import type { Protocol } from 'devtools-protocol';
import { within } from '../commands/index.ts';
import { type HeaderList, originOf } from '../cors/index.ts';
import type { PausedRequest } from '../override/index.ts';
import { ownerOf, type Session, send } from './debuggee.ts';

/**
 * Decides the headers of the answer to a paused request; null leaves the request to the server.
 * @param frameOrigin asks for the origin of the request's frame or worker; null if that isn't known
 */
export type AnswerTo = (
  request: PausedRequest,
  frameOrigin: () => Promise<string | null>,
) => Promise<HeaderList | null>;

/** A request that isn't answered within this time is left to the server. */
const ANSWER_TIMEOUT_MS = 3_000;
/**
 * Chrome may take this much of that time to list a tab's frames. While the tab navigates, Chrome doesn't pass the command
 * on to the page that is still there.
 */
const FRAME_TREE_TIMEOUT_MS = 1_000;

/** The number of paused requests that this worker hasn't answered yet. */
let pausedCount = 0;

/** True if this worker hasn't answered all paused requests yet. */
export function hasPausedRequests(): boolean {
  return pausedCount > 0;
}

/**
 * Answers a paused request, or lets it continue to the server. It always does one of the two soon, because a request that
 * hangs is worse than one that is blocked.
 * @param workerOrigin tells the origin of the service worker that sends the request; null if none does, or if it isn't known
 */
export async function answerPaused(
  from: Session,
  { requestId, request, frameId }: Protocol.Fetch.RequestPausedEvent,
  workerOrigin: () => string | null,
  answerTo: AnswerTo,
): Promise<void> {
  const { url, method } = request;
  const owner = ownerOf(from);
  pausedCount++;
  try {
    const headerList = Object.entries(request.headers);
    const frameOrigin = async () =>
      owner.type === 'tab' ? await frameOriginOf(from, frameId) : workerOrigin();
    const reply =
      method === 'OPTIONS'
        ? await within(ANSWER_TIMEOUT_MS, answerTo({ owner, url, method, headerList }, frameOrigin)).catch(
            () => null,
          )
        : null;
    if (reply === null) await send(from, 'Fetch.continueRequest', { requestId });
    else {
      const responseHeaders = reply.map(([name, value]) => ({ name, value }));
      await send(from, 'Fetch.fulfillRequest', { requestId, responseCode: 204, responseHeaders });
    }
  } catch {
    // The request is gone: it was aborted, or its tab was closed.
  } finally {
    pausedCount--;
  }
}

/** @returns a frame's origin, the text `null` if that is opaque; null if there is no such frame any more */
async function frameOriginOf(from: Session, frameId: string): Promise<string | null> {
  const answer = await within(FRAME_TREE_TIMEOUT_MS, send(from, 'Page.getFrameTree'));
  const { frameTree } = answer as Protocol.Page.GetFrameTreeResponse;
  const find = ({ frame, childFrames = [] }: Protocol.Page.FrameTree): string | null => {
    if (frame.id === frameId) return originOf(`${frame.securityOrigin}/`);
    return childFrames.map(find).find((origin) => origin !== null) ?? null;
  };
  return find(frameTree);
}
