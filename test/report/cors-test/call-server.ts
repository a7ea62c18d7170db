import type { HeaderList } from '../../../src/cors/header-list.ts';
import { httpAnswer, type RawServer, startRawServer } from '../../servers/raw.ts';
import type { RawRequest } from '../../servers/raw-request.ts';

/** An answer to a preflight or a call. */
export interface Answer {
  readonly status: number;
  readonly headers: HeaderList;
}

/** How a server answers a request. */
export type Answering = (request: RawRequest) => Answer;

/** A server of several calls, each below `/<name>/`. */
export interface CallServer extends RawServer {
  /** From now on, the server answers this way. A path that begins with none of the names gets 404. */
  answerBy(answering: Readonly<Record<string, Answering>>): void;
}

export async function startCallServer(): Promise<CallServer> {
  let current: Readonly<Record<string, Answering>> = {};
  const server = await startRawServer((request) => {
    const answering = current[request.path.split('/')[1] ?? ''];
    const { status, headers } = answering?.(request) ?? { status: 404, headers: [] };
    return httpAnswer(status, headers);
  });
  const answerBy: CallServer['answerBy'] = (answering) => {
    current = answering;
  };
  return { ...server, answerBy };
}
