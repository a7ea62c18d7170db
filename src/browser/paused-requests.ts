import type { Protocol } from 'devtools-protocol';
import { within } from '../commands/index.ts';
import { type HeaderList, originOf } from '../cors/index.ts';
import type { PausedRequest } from '../override/index.ts';
import { ownerOf, type Session, send } from './debuggee.ts';

/**
 * What a request is answered with; null leaves it to the server.
 * @param frameOrigin asks for the origin of the request's frame, or of its worker: null where nobody could tell
 */
export type AnswerTo = (
  request: PausedRequest,
  frameOrigin: () => Promise<string | null>,
) => Promise<HeaderList | null>;

/** How long a request may be kept waiting, in ms, before it is left to the server. */
const LONGEST_WAIT = 3_000;
/**
 * How much of that Chrome may take to tell a tab's frames, in ms. As long as a navigation of the tab is under way, it
 * passes no such command on to the page that is still there.
 */
const LONGEST_ASKING = 1_000;

/** How many paused requests this worker has yet to answer. */
let waiting = 0;

/** Whether this worker has yet to answer paused requests. */
export function anyPaused(): boolean {
  return waiting > 0;
}

/**
 * Answers a paused request, or lets it go on to the server, soon in any case: to whoever sends it, a request that nobody
 * answers is worse than one that is refused.
 * @param workerOrigin tells the origin of the service worker that sends it; null where none does, or it isn't known
 */
export async function answerPaused(
  from: Session,
  { requestId, request, frameId }: Protocol.Fetch.RequestPausedEvent,
  workerOrigin: () => string | null,
  answerTo: AnswerTo,
): Promise<void> {
  const { url, method } = request;
  const owner = ownerOf(from);
  waiting++;
  try {
    const headerList = Object.entries(request.headers);
    const frameOrigin = async () =>
      owner.type === 'tab' ? await frameOriginOf(from, frameId) : workerOrigin();
    const reply =
      method === 'OPTIONS'
        ? await within(LONGEST_WAIT, answerTo({ owner, url, method, headerList }, frameOrigin)).catch(
            () => null,
          )
        : null;
    if (reply === null) await send(from, 'Fetch.continueRequest', { requestId });
    else {
      const responseHeaders = reply.map(([name, value]) => ({ name, value }));
      await send(from, 'Fetch.fulfillRequest', { requestId, responseCode: 204, responseHeaders });
    }
  } catch {
    // The request is gone already: aborted, or its tab was closed.
  } finally {
    waiting--;
  }
}

/** @returns the origin of a frame, `null` the text where it is opaque; null where there is no such frame any more */
async function frameOriginOf(from: Session, frameId: string): Promise<string | null> {
  const answer = await within(LONGEST_ASKING, send(from, 'Page.getFrameTree'));
  const { frameTree } = answer as Protocol.Page.GetFrameTreeResponse;
  const find = ({ frame, childFrames = [] }: Protocol.Page.FrameTree): string | null => {
    if (frame.id === frameId) return originOf(`${frame.securityOrigin}/`);
    return childFrames.map(find).find((origin) => origin !== null) ?? null;
  };
  return find(frameTree);
}
