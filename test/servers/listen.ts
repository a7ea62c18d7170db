import { once } from 'node:events';
import { Server as HttpServer } from 'node:http';
import { Server as HttpsServer } from 'node:https';
import type { Server } from 'node:net';

const ATTEMPTS = 20;

/** Listens on one loopback address and says on which port. */
export async function listen(server: Server, host: string, port = 0): Promise<number> {
  // A connection that is closed while the browser reuses it would look like a failed request.
  if (isHttp(server)) server.keepAliveTimeout = 0;
  server.listen({ host, port });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no TCP port.');
  return address.port;
}

/** One for https is no HttpServer to Node, but has what one has. */
function isHttp(server: Server): server is HttpServer | HttpsServer {
  return server instanceof HttpServer || server instanceof HttpsServer;
}

/** Stops the server at once, open streams included. */
export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  if (isHttp(server)) server.closeAllConnections();
  await closed;
}

/**
 * Listens on the same port of 127.0.0.1 and, where there is IPv6, of ::1: what `localhost` may mean.
 * @returns the servers that listen, and their port
 */
export async function listenOnLocalhost(
  createServer: () => Server,
  wantedPort = 0,
): Promise<{ readonly servers: readonly Server[]; readonly port: number }> {
  for (let attempt = 1; ; attempt++) {
    const ipv4 = createServer();
    const ipv6 = createServer();
    const port = await listen(ipv4, '127.0.0.1', wantedPort);
    try {
      await listen(ipv6, '::1', port);
      return { servers: [ipv4, ipv6], port };
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return { servers: [ipv4], port };
      await closeServer(ipv4);
      // Somebody else has this port on ::1: another free one will do, unless it was asked for.
      if (code !== 'EADDRINUSE' || wantedPort !== 0 || attempt === ATTEMPTS) throw error;
    }
  }
}

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
