import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import data from '../../causes/reports.json' with { type: 'json' };
import { closeServer, listen } from '../../servers/listen.ts';
import { selfSigned } from '../../servers/self-signed.ts';

/** A public report of a call that failed: what was asked and answered. */
export type Report = (typeof data)[number];

type Answer = { readonly status: number; readonly headerList: readonly (readonly string[])[] };

export const REPORTS: readonly Report[] = data;

/** The documents of pages that are no empty ones, by their origin and path. */
const DOCUMENTS: Readonly<Record<string, { readonly html: string; readonly headers: readonly string[] }>> = {
  // Its frame is sandboxed.
  'https://play.example.com/': {
    html: '<!doctype html><title>A page</title><iframe sandbox="allow-scripts" src="/frame.html"></iframe>',
    headers: [],
  },
  'https://play.example.com/frame.html': {
    html: '<!doctype html><script type="module" src="http://localhost:5173/src/main.ts"></script>',
    headers: [],
  },
  'http://localhost:5173/isolated': {
    html: '<!doctype html><title>A page</title><link rel="stylesheet" href="https://fonts.example.me/inter/inter.css">',
    headers: ['Cross-Origin-Embedder-Policy', 'require-corp', 'Cross-Origin-Opener-Policy', 'same-origin'],
  },
};
const EMPTY = { html: '<!doctype html><title>A page</title><link rel="icon" href="data:,">', headers: [] };

/** What a report's page is opened at. */
export function pageOf({ id, origin }: Report): string {
  if (id === 'workadventure-null-origin-lna') return 'https://play.example.com/';
  return id === 'coep-blocks-stylesheet' ? `${origin}/isolated` : `${origin}/`;
}

/** Servers that play every host of the reports, under their own names and ports as far as the browser is told. */
export interface ReportServers {
  /** What Chromium has to be started with. */
  readonly args: readonly string[];
  close(): Promise<void>;
}

export async function startReportServers(): Promise<ReportServers> {
  const certificate = selfSigned();
  const plain = createHttpServer(answering('http'));
  const secure = createHttpsServer(certificate, answering('https'));
  // Chromium is told that this one has a public address.
  const open = createHttpsServer(certificate, answering('https'));
  const [plainPort, securePort, openPort] = await Promise.all(
    [plain, secure, open].map((server) => listen(server, '127.0.0.1')),
  );
  const urls = REPORTS.flatMap((report) => [report.url, pageOf(report)]).map((url) => new URL(url));
  const hosts = new Set(
    urls.map(
      ({ protocol, hostname, port }) =>
        `${protocol} ${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`,
    ),
  );
  const rules = [...hosts].map((host) => {
    const [protocol, name = ''] = host.split(' ');
    if (name === 'play.example.com:443') return `MAP ${name} 127.0.0.1:${openPort}`;
    return `MAP ${name} 127.0.0.1:${protocol === 'https:' ? securePort : plainPort}`;
  });
  return {
    args: [
      `--host-resolver-rules=${rules.join(', ')}`,
      `--ip-address-space-overrides=127.0.0.1:${openPort}=public`,
      '--ignore-certificate-errors',
    ],
    close: async () => {
      await Promise.all([plain, secure, open].map(closeServer));
    },
  };
}

/** Answers as a report says, to whoever calls its URL; everything else is a page. */
function answering(scheme: 'http' | 'https'): RequestListener {
  return ({ method = '', headers, url = '' }, response) => {
    const asked = `${scheme}://${headers.host ?? ''}${url}`;
    // Two reports have a server at the same origin; none has the same URL.
    const report = REPORTS.find((one) => one.url === asked);
    if (report === undefined) {
      const { html, headers: more } = DOCUMENTS[asked] ?? EMPTY;
      response.writeHead(200, ['Content-Type', 'text/html; charset=utf-8', ...more]).end(html);
      return;
    }
    const answer = method === 'OPTIONS' ? report.preflight : (report.response ?? report.preflight);
    const { status, headerList }: Answer = answer ?? { status: 200, headerList: [] };
    const withoutBody = status === 204 || method === 'HEAD';
    response.writeHead(status, headerList.flat()).end(withoutBody ? '' : bodyOf(headerList));
  };
}

function bodyOf(headerList: Answer['headerList']): string {
  const value = (wanted: string) => headerList.find(([name]) => name?.toLowerCase() === wanted)?.[1];
  const length = value('content-length');
  if (length !== undefined) return ' '.repeat(Number(length));
  return value('content-type') === 'application/json' ? '{}' : 'An answer.';
}
