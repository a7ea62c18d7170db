import { createServer } from 'node:http';
import { closeServer, listenOnLocalhost } from './listen.ts';

/** A site of which Chromium is told that it is on a public address. */
export interface PublicSite {
  /** `http://localhost:<port>` */
  readonly origin: string;
  /** `http://127.0.0.1:<port>` */
  readonly otherOrigin: string;
  /** What Chromium has to be told. */
  readonly override: string;
  close(): Promise<void>;
}

const HEADERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/without': { 'Permissions-Policy': 'loopback-network=(), local-network-access=()' },
};

/**
 * Starts a site with pages: `/frames` embeds frames that are named by what they are given, `/without` has a
 * Permissions-Policy that keeps local network access from itself, all others are empty.
 */
export async function startPublicSite(): Promise<PublicSite> {
  const { servers, port } = await listenOnLocalhost(() =>
    createServer(({ url = '' }, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...HEADERS[url] });
      response.end(`${EMPTY}${url === '/frames' ? framesOf(`http://127.0.0.1:${port}`) : ''}`);
    }),
  );
  return {
    origin: `http://localhost:${port}`,
    otherOrigin: `http://127.0.0.1:${port}`,
    override: `127.0.0.1:${port}=public,[::1]:${port}=public`,
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}

const EMPTY = '<!doctype html><title>A page</title><link rel="icon" href="data:,">';

function framesOf(otherOrigin: string): string {
  return [
    '<iframe sandbox="allow-scripts" src="/?bare"></iframe>',
    '<iframe sandbox="allow-scripts" allow="local-network" src="/?other"></iframe>',
    '<iframe sandbox="allow-scripts" allow="loopback-network; local-network-access" src="/?given"></iframe>',
    `<iframe src="${otherOrigin}/?foreign"></iframe>`,
  ].join('');
}
