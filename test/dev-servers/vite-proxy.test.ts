import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createVite } from 'vite';
import { afterEach, expect, test } from 'vitest';
import { devProxy } from '../../src/dev-servers/dev-proxy.ts';
import { applyEdit } from '../servers/apply-recipe.ts';
import { closeServer, listen } from '../servers/listen.ts';

const PAGE = 'http://localhost:5174';
const CONFIG = `export default {
  // place: config-object
};
`;

const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Calls through a Vite dev server what `path` is at another server, with Vite's configuration as the panel shows it. */
async function callThroughVite(path: string, originBlocked = false, origin = PAGE) {
  const arrived: IncomingMessage[] = [];
  const api = createServer((request, response) => {
    arrived.push(request);
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"from":"the API"}');
  });
  const target = `http://127.0.0.1:${await listen(api, '127.0.0.1')}`;
  cleanUps.push(() => closeServer(api));

  const folder = mkdtempSync(join(tmpdir(), 'vite-proxy-'));
  cleanUps.push(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(join(folder, 'vite.config.js'), CONFIG);
  const way = devProxy('vite', { origin: PAGE, url: target + path, originBlocked });
  for (const step of way?.steps ?? []) if (step.type === 'edit') applyEdit(folder, step);

  const vite = await createVite({
    root: folder,
    configFile: join(folder, 'vite.config.js'),
    server: { port: 0, host: '127.0.0.1' },
    logLevel: 'silent',
  });
  cleanUps.push(() => vite.close());
  await vite.listen();
  const dev = vite.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  const response = await fetch(dev + way?.path, { method: 'POST', headers: { origin }, body: '{}' });
  return { way, target, arrived: arrived[0], answer: await response.text() };
}

test('a call of the shown path arrives at the server, whose own host it names', async () => {
  const { way, target, arrived, answer } = await callThroughVite('/v1/chat/completions');
  expect(way).toMatchObject({ path: '/v1/chat/completions', fullUrl: `${PAGE}/v1/chat/completions` });
  expect(answer).toBe('{"from":"the API"}');
  expect(arrived).toMatchObject({ method: 'POST', url: '/v1/chat/completions' });
  expect(arrived?.headers).toMatchObject({ host: new URL(target).host, origin: PAGE });
});

test('a path that Vite answers itself gets a prefix, which the server does not see', async () => {
  const { way, arrived } = await callThroughVite('/src/main.ts');
  expect(way?.path).toBe('/proxy/src/main.ts');
  expect(arrived?.url).toBe('/src/main.ts');
});

test('the root of a server', async () => {
  const { way, arrived } = await callThroughVite('/');
  expect(way?.path).toBe('/proxy/');
  expect(arrived?.url).toBe('/');
});

test("where the server blocks the page's origin it sees its own, and any other as it is", async () => {
  const { target, arrived } = await callThroughVite('/api/chat', true);
  expect(arrived?.headers.origin).toBe(target);
  const stranger = await callThroughVite('/api/chat', true, 'https://stranger.example');
  expect(stranger.arrived?.headers.origin).toBe('https://stranger.example');
});
