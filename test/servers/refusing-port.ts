import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { closeServer, listen } from './listen.ts';

/** A port of 127.0.0.1 that nobody listens on. */
export interface RefusingPort {
  readonly origin: string;
  close(): Promise<void>;
}

/** Finds a port that refuses every connection. A connection stays open there, so that no other server gets the port. */
export async function holdRefusingPort(): Promise<RefusingPort> {
  const server = createServer();
  const port = await listen(server, '127.0.0.1');
  const accepted = once(server, 'connection');
  const socket = connect(port, '127.0.0.1');
  const [held] = await accepted;
  const stopped = closeServer(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      socket.destroy();
      held.destroy();
      await stopped;
    },
  };
}
