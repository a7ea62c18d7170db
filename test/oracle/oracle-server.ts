import type { Server } from 'node:net';
import type { ReportedExchange } from '../../src/report/report.ts';
import { RUNNER } from '../firefox/places.ts';
import { closeServer, listen, listenOnLocalhost } from '../servers/listen.ts';
import { createRawHttpServer, type RawResponse } from '../servers/raw-http.ts';
import type { RawRequest } from '../servers/raw-request.ts';
import type { Answer, OracleCase, OracleHop, Target } from './oracle-case.ts';

export interface OracleServer {
  /** The page's origin, serialized. */
  readonly pageOrigin: string;
  /** Where other pages are: on another port, on other loopback names, and on a host that is none. No case leads there. */
  readonly otherOrigins: readonly string[];
  /** Gives a case its URL, and answers it from now on. */
  urlOf(id: number, oracleCase: OracleCase): string;
  /** The origins of all URLs that a case leads to, serialized. */
  originsOf(url: string, oracleCase: OracleCase): readonly string[];
  /** What was asked and answered of a case, in the order it was, which is forgotten then. */
  takeServed(id: number): readonly ServedAnswer[];
  close(): Promise<void>;
}

/** An answer as it was sent, and what the browser had asked. */
export interface ServedAnswer extends Answer {
  /** Serialized, of the URL that was asked for. */
  readonly origin: string;
  /** The request's Origin header. */
  readonly requestOrigin: string | null;
  /** What a preflight asks leave for; null for any other request. */
  readonly preflight: { readonly method: string; readonly headerNames: readonly string[] } | null;
}

/** A service worker that answers nothing itself. It runs what it is sent. */
export const SERVICE_WORKER = '/service.js';

/** A host that is not on loopback, once the browser is told that it leads to 127.0.0.1. */
const FAR_HOST = 'app.example.test';

/**
 * Servers of each kind. Chromium keeps a redirect's connection while the preflight of the next hop waits for one of its
 * own, and allows six per origin: on one origin many such requests at once would wait for each other for ever.
 */
const PER_TARGET = 12;

/**
 * Serves the page, and answers every request of a case as the case says.
 * @param latency how long each answer takes, in ms
 */
export async function startOracleServer(latency = 0): Promise<OracleServer> {
  const cases = new Map<number, OracleCase>();
  const served = new Map<number, ServedAnswer[]>();
  const create = () =>
    createRawHttpServer((request) => answerCase(cases, served, request, urlOfHop), latency);
  const page = await listenOnLocalhost(create);
  const pageOrigin = `http://localhost:${page.port}`;
  const otherPage = await listenOnLocalhost(create);
  const servers: Server[] = [...page.servers, ...otherPage.servers];
  const origins: Record<Target, string[]> = { api: [], other: [], 'same-site': [], page: [pageOrigin] };
  for (let n = 0; n < PER_TARGET; n++) {
    const sameSite = await listenOnLocalhost(create);
    const [api, other] = [create(), create()];
    servers.push(...sameSite.servers, api, other);
    origins['same-site'].push(`http://localhost:${sameSite.port}`);
    origins.api.push(`http://127.0.0.1:${await listen(api, '127.0.0.1')}`);
    origins.other.push(`http://127.0.0.1:${await listen(other, '127.0.0.1')}`);
  }
  const urlOfHop: UrlOfHop = (id, index, target) => {
    const choice = origins[target];
    return `${choice[id % choice.length]}/case/${id}/${index}`;
  };
  return {
    pageOrigin,
    otherOrigins: [
      `http://localhost:${otherPage.port}`,
      ...['foo.localhost', '127.0.0.1', FAR_HOST].map((host) => `http://${host}:${page.port}`),
    ],
    urlOf(id, oracleCase) {
      cases.set(id, oracleCase);
      return urlOfHop(id, 0, oracleCase.hops[0]?.target ?? 'api');
    },
    originsOf(url, { hops }) {
      const id = Number(/\/case\/(\d+)\//.exec(url)?.[1]);
      return hops.map(({ target }, index) => new URL(urlOfHop(id, index, target)).origin);
    },
    takeServed(id) {
      const answers = served.get(id) ?? [];
      served.delete(id);
      cases.delete(id);
      return answers;
    },
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}

type UrlOfHop = (id: number, index: number, target: Target) => string;

function answerCase(
  cases: ReadonlyMap<number, OracleCase>,
  served: Map<number, ServedAnswer[]>,
  request: RawRequest,
  urlOfHop: UrlOfHop,
): RawResponse {
  const [, id, index] = /^\/case\/(\d+)\/(\d+)/.exec(request.path)?.map(Number) ?? [];
  const hops = cases.get(id ?? -1)?.hops ?? [];
  const hop = hops[index ?? -1];
  if (id === undefined || index === undefined || hop === undefined) {
    if (request.path === SERVICE_WORKER) {
      return { status: 200, headers: [['Content-Type', 'text/javascript']], body: RUNNER };
    }
    const body = '<!doctype html><title>oracle</title>';
    return { status: 200, headers: [['Content-Type', 'text/html']], body };
  }
  const next = hops[index + 1];
  const location = next === undefined ? null : locationOf(hop, urlOfHop(id, index + 1, next.target));
  const answer = request.isPreflight
    ? filledIn(request, hop.preflight, null)
    : filledIn(request, hop.response, location);
  served.set(id, [...(served.get(id) ?? []), toServed(request, answer)]);
  return { ...answer, body: 'ok' };
}

function toServed({ headers, isPreflight }: RawRequest, answer: Answer): ServedAnswer {
  const method = headers.get('access-control-request-method') ?? '';
  const headerNames = (headers.get('access-control-request-headers') ?? '').split(',').filter(Boolean);
  return {
    ...answer,
    origin: `http://${headers.get('host')}`,
    requestOrigin: headers.get('origin') ?? null,
    preflight: isPreflight ? { method, headerNames } : null,
  };
}

function locationOf(hop: OracleHop, url: string): string | null {
  switch (hop.location) {
    case null:
      return null;
    case 'plain':
      return url;
    case 'with-password':
      return url.replace('//', '//user:secret@');
    case 'data-url':
      return 'data:text/plain,redirected';
    case 'custom-scheme':
      return 'app-scheme://redirected';
  }
}

/** An answer as it is sent to a request. */
export function filledIn(request: RawRequest, answer: Answer, location: string | null): Answer {
  const filled = answer.headers.map(([name, value]) => [name, fill(value, request)] as const);
  const headers = location === null ? filled : [...filled, ['Location', location] as const];
  return { status: answer.status, headers };
}

/** Puts what the request carries in the place of `{origin}`, `{asked}` and the like. */
function fill(value: string, { headers, path }: RawRequest): string {
  if (!value.includes('{')) return value;
  const origin = headers.get('origin') ?? 'null';
  const method = headers.get('access-control-request-method') ?? 'GET';
  const asked = headers.get('access-control-request-headers') ?? 'x-none';
  const known: Readonly<Record<string, string>> = {
    origin,
    ORIGIN: origin.toUpperCase(),
    bare: origin.replace('http://', ''),
    method,
    methodLower: method.toLowerCase(),
    methodUpper: method.toUpperCase(),
    asked,
    ASKED: asked.toUpperCase(),
    askedButOne: asked.split(',').slice(1).join(','),
    elsewhere: `${path}?elsewhere`,
  };
  return value.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => known[name] ?? placeholder);
}

/**
 * The case as it is after the server was mended as a report says: these headers, and no bad preflight status.
 * @param badStatus the browser's names for that
 */
export function mended(
  oracleCase: OracleCase,
  reported: ReportedExchange,
  badStatus: ReadonlySet<string>,
): OracleCase {
  const index = Number(/\/case\/\d+\/(\d+)/.exec(reported.url)?.[1]);
  const hops = oracleCase.hops.map((hop, at): OracleHop => {
    if (at !== index) return hop;
    const isBad = reported.failures.some(({ error }) => badStatus.has(error));
    const status = isBad ? 204 : hop.preflight.status;
    return {
      ...hop,
      preflight: { status, headers: withRequired(hop.preflight, reported, 'preflight') },
      response: { ...hop.response, headers: withRequired(hop.response, reported, 'response') },
    };
  });
  return { ...oracleCase, hops };
}

function withRequired(
  { headers }: Answer,
  { requiredHeaders }: ReportedExchange,
  on: 'preflight' | 'response',
): Answer['headers'] {
  const required = requiredHeaders.filter((header) => header.on === on);
  const replaced = new Set(required.map(({ name }) => name.toLowerCase()));
  return [
    ...headers.filter(([name]) => !replaced.has(name.toLowerCase()) && name !== 'Location'),
    ...required.map(({ name, value }) => [name, value] as const),
  ];
}
