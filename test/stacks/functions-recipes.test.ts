import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import { NASTY, PAGE } from './sample-needs.ts';

type Handler = (request: Request) => Promise<Response>;

const folder = mkdtempSync(join(tmpdir(), 'functions-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ANSWERS: Readonly<Record<string, () => Response>> = {
  '/data': () => Response.json({ ok: true }, { headers: { Vary: 'Accept' } }),
  '/missing': () => new Response('Not found', { status: 404 }),
  // As fetch() hands it over: its headers can't be changed.
  '/fetched': () => Response.redirect('https://api.example.com/elsewhere'),
};

async function answer(request: Request): Promise<Response> {
  const respond = ANSWERS[new URL(request.url).pathname];
  if (respond === undefined) throw new Error('crash');
  return respond();
}

/** The worker as it is deployed, with what the recipe adds. */
async function worker(): Promise<Handler> {
  const [step] = recipeFor('cloudflare-workers')?.steps(NASTY) ?? [];
  if (step?.type !== 'edit') throw new Error('Nothing to paste.');
  // Wrangler finds `./index` whatever it ends in; Node doesn't.
  writeFileSync(join(folder, 'with-cors.mjs'), step.code.replaceAll("'./index'", "'./index.mjs'"));
  writeFileSync(
    join(folder, 'index.mjs'),
    'export default { fetch: (...args) => globalThis.testWorker(...args) };\nexport class Room {}\n',
  );
  Object.assign(globalThis, { testWorker: answer });
  const module = await import(pathToFileURL(join(folder, 'with-cors.mjs')).href);
  expect(module.Room).toBeTypeOf('function');
  return module.default.fetch;
}

/** What `Deno.serve` is given, with what the recipe adds. */
async function supabase(): Promise<Handler> {
  const [step] = recipeFor('supabase-functions')?.steps(NASTY) ?? [];
  if (step?.type !== 'edit') throw new Error('Nothing to paste.');
  writeFileSync(join(folder, 'cors.mjs'), step.code);
  let served: Handler | undefined;
  Object.assign(globalThis, {
    Deno: {
      serve: (_options: object, handler: Handler) => {
        served = handler;
      },
    },
  });
  const module = await import(pathToFileURL(join(folder, 'cors.mjs')).href);
  module.serveWithCors({ port: 8000 }, answer);
  if (served === undefined) throw new Error('Nothing is served.');
  return served;
}

describe.each([
  ['cloudflare-workers', worker],
  ['supabase-functions', supabase],
])('%s', (_stack, handlerOf) => {
  const call = async (path: string, method: string, headers: Record<string, string>) =>
    (await handlerOf())(new Request(`https://api.example.com${path}`, { method, headers }));

  test('the preflight is answered', async () => {
    const response = await call('/data', 'OPTIONS', {
      Origin: PAGE,
      'Access-Control-Request-Method': 'PATCH',
    });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toEqual({
      'access-control-allow-origin': PAGE,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': NASTY.methods.join(', '),
      'access-control-allow-headers': NASTY.headers.join(', '),
      'access-control-expose-headers': NASTY.exposed.join(', '),
      vary: 'Origin',
    });
  });

  test.each([
    ['/data', 200],
    ['/missing', 404],
    ['/fetched', 302],
    ['/crash', 500],
  ])('%s passes', async (path, status) => {
    vi.spyOn(console, 'error').mockReturnValue();
    const response = await call(path, 'GET', { Origin: PAGE });
    expect(response.status).toBe(status);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(PAGE);
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBe('true');
    expect(response.headers.get('Vary')).toMatch(/\bOrigin$/);
  });

  test.each(['https://stranger.example', 'null'])('%s gets nothing', async (origin) => {
    for (const method of ['OPTIONS', 'GET']) {
      const response = await call('/data', method, {
        Origin: origin,
        'Access-Control-Request-Method': 'GET',
      });
      const names = [...response.headers.keys()];
      expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(response.headers.get('Vary')).toMatch(/\bOrigin$/);
    }
  });
});

test('Firebase: the handler runs inside of cors, with the options of onRequest kept', () => {
  const step = recipeFor('firebase-functions')?.steps(NASTY)[1];
  if (step?.type !== 'edit') throw new Error('Nothing to paste.');
  const seen: unknown[] = [];
  const require = () => (options: unknown) => {
    seen.push(options);
    return (_request: unknown, _response: unknown, next: () => void) => next();
  };
  const onRequest = (...args: unknown[]) => args;
  const wrap = new Function('require', 'onRequest', `${step.code}\nreturn onRequestWithCors;`)(
    require,
    onRequest,
  );
  const [options, handler] = wrap({ region: 'europe-west1' }, (...args: unknown[]) => seen.push(args));
  handler('request', 'response');
  expect(options).toEqual({ region: 'europe-west1' });
  expect(seen).toEqual([
    {
      origin: NASTY.origins,
      methods: NASTY.methods,
      allowedHeaders: NASTY.headers,
      exposedHeaders: NASTY.exposed,
      credentials: true,
    },
    ['request', 'response'],
  ]);
});
