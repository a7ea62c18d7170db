import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caddyMapInput } from '../../src/stacks/quote/caddy.ts';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import type { ServerNeed } from '../../src/stacks/server-need.ts';
import { stackOf } from '../../src/stacks/stack-id.ts';
import { applyEdit } from '../servers/apply-recipe.ts';
import { answerTo } from '../servers/ask.ts';
import { createServerFolder, freePort, type ServerFolder } from '../servers/server-folder.ts';
import type { RunningServer } from '../servers/server-stack.ts';
import { SERVER_STACKS } from '../servers/stacks/index.ts';

/** Every character that a token may have, and those of a host that mean something to a configuration. */
const TOKEN = "!#$%&'*+-.^_`|~";
const ODD_ORIGIN = 'http://a$b{c}"d\'e`f(g)h+i,j;k=l!m&n.example';
const LONG_ORIGIN = 'https://a-branch-of-my-app.with-quite-a-long-name.preview.example:8443';

/** To Caddy these are variables of the environment, or of the request. */
const BRACED_ORIGINS = ['http://{$home}.example', 'http://{file.x}.example', 'http://{host}.example'];

const need: ServerNeed = {
  origins: [
    'https://app.example',
    ODD_ORIGIN,
    LONG_ORIGIN,
    'http://[::1]:5174',
    'https://*',
    ...BRACED_ORIGINS,
  ],
  methods: ['GET', 'POST', `M${TOKEN}X`],
  headers: ['content-type', `x${TOKEN}y`],
  credentials: true,
  exposed: [`z${TOKEN}`],
  url: 'http://127.0.0.1/api/data',
};

const proxies = SERVER_STACKS.filter(({ stack }) => stackOf(stack).layer === 'proxy');

describe.each(proxies)('$stack, with every character that may occur', (stack) => {
  const recipe = recipeFor(stack.stack);
  const missing = !stack.isInstalled();
  let folder: ServerFolder;
  let server: RunningServer;
  let url: string;

  beforeAll(async () => {
    if (missing) return;
    // Where the application sends CORS headers of its own, too.
    const { files } = stack.starts.find(({ name }) => name === 'origin not allowed') ?? stack.starts[0];
    folder = await createServerFolder(files);
    for (const step of recipe?.steps(need) ?? []) if (step.type === 'edit') applyEdit(folder.path, step);
    const port = await freePort();
    url = `http://127.0.0.1:${port}/api/data`;
    server = await stack.start(folder.path, port);
  }, 60_000);

  afterAll(async () => {
    await server?.stop();
    await folder?.close();
  });

  test.skipIf(missing).each(need.origins)('the preflight of %s', async (origin) => {
    const asked = await preflight(origin);
    expect(asked.status).toBeLessThan(300);
    expect(asked.values('Access-Control-Allow-Origin')).toEqual([origin]);
    expect(asked.values('Access-Control-Allow-Credentials')).toEqual(['true']);
    expect(asked.values('Access-Control-Allow-Methods')).toEqual([need.methods.join(', ')]);
    expect(asked.values('Access-Control-Allow-Headers')).toEqual([need.headers.join(', ')]);
    expect(asked.vary).toContain('origin');
  });

  test.skipIf(missing)('what scripts may read', async () => {
    const { values } = await ask('GET', [['Origin', LONG_ORIGIN]]);
    expect(values('Access-Control-Allow-Origin')).toEqual([LONG_ORIGIN]);
    expect(values('Access-Control-Expose-Headers')).toEqual(need.exposed);
  });

  test
    .skipIf(missing)
    .each([
      'https://appXexample',
      'https://app.example.evil.example',
      'https://evil-app.example',
      LONG_ORIGIN.replace('.', 'X'),
      `${LONG_ORIGIN}0`,
      'http://.example',
      'https://anything.example',
      'http://[::1]:51740',
      'null',
      '',
    ])('no other origin: "%s"', async (origin) => {
    const asked = await preflight(origin);
    expect(asked.values('Access-Control-Allow-Origin')).toEqual([]);
    expect(asked.vary).toContain('origin');
    const got = await ask('GET', [['Origin', origin]]);
    expect(got.values('Access-Control-Allow-Origin')).toEqual([]);
    expect(got.vary).toContain('origin');
  });

  function preflight(origin: string) {
    return ask('OPTIONS', [
      ['Origin', origin],
      ['Access-Control-Request-Method', 'POST'],
    ]);
  }

  async function ask(method: string, headers: readonly (readonly [string, string])[]) {
    const { status, headerList } = await answerTo(method, url, headers);
    const values = (name: string) =>
      headerList.flatMap(([header, value]) => (header.toLowerCase() === name.toLowerCase() ? [value] : []));
    const vary = values('Vary').flatMap((value) => value.toLowerCase().split(/ *, */));
    return { status, values, vary };
  }
});

test('an origin with braces has none in a Caddyfile, where they would be replaced', () => {
  expect(caddyMapInput('http://{$home}.a+b.example')).toBe(
    String.raw`"~^http://\x7b\$home\x7d\.a\+b\.example$"`,
  );
  expect(caddyMapInput('https://app.example')).toBe('"https://app.example"');
});

test.each(proxies)('$stack: no header and no credentials, nothing is said of them', ({ stack }) => {
  const steps = recipeFor(stack)?.steps({ ...need, headers: [], exposed: [], credentials: false }) ?? [];
  const code = steps.map((step) => (step.type === 'edit' ? step.code : '')).join('\n');
  expect(code).toContain('Access-Control-Allow-Methods');
  expect(code).not.toMatch(
    /^\s*[^#\n]*(?:Allow-Headers|Expose-Headers|Allow-Credentials)[^\n]*(?:content-type|true|z!)/m,
  );
});
