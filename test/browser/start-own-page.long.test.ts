import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpAnswer, type RawServer, startRawServer } from '../servers/raw.ts';
import { startStaticPage } from '../servers/static-page.ts';
import { type Ended, runNode } from './support/run-node.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** As `npm start -- <url> --once` runs it. */
const TIMEOUT = 120_000;

let api: RawServer;

beforeAll(async () => {
  api = await startRawServer(() => httpAnswer(200, [['X-Powered-By', 'Express']]));
});

afterAll(async () => {
  await api.close();
});

function lookAt(url: string): Promise<Ended> {
  return runNode(['--import', 'tsx', 'test/demo/start.ts', url, '--once'], ROOT);
}

async function lookAtPage(html: string) {
  const page = await startStaticPage(new Map([['/index.html', html]]));
  try {
    return { origin: page.origin, ...(await lookAt(page.origin)) };
  } finally {
    await page.close();
  }
}

test(
  'of a page of one’s own it prints what is blocked and the fix for that server, and exits with 1',
  async () => {
    const script = `<script>fetch('${api.origin}/orders')</script>`;
    const { code, output, origin } = await lookAtPage(script);
    expect(output).toContain(`✗ GET ${api.origin}/orders`);
    expect(output).toContain('no `Access-Control-Allow-Origin` header');
    expect(output).toContain('npm install cors');
    expect(output).toContain(`'${origin}'`);
    expect(code).toBe(1);
  },
  TIMEOUT,
);

test(
  'of a page without blocked calls it prints nothing more, and exits with 0',
  async () => {
    const { code, output } = await lookAtPage('<p>Nothing is called.</p>');
    expect(output).not.toContain('✗');
    expect(code).toBe(0);
  },
  TIMEOUT,
);

test(
  'where nothing answers it says so in one sentence',
  async () => {
    const { port, close } = await startStaticPage(new Map());
    await close();
    const { code, output } = await lookAt(`http://localhost:${port}/`);
    expect(output.trim()).toBe(
      `Nothing answers at http://localhost:${port}/: start the page's server first.`,
    );
    expect(code).toBe(1);
  },
  TIMEOUT,
);

describe('what keeps it from starting is said in one sentence', () => {
  const NO_DISPLAY = 'There is no display to open a window on: with --headless it takes none.';
  const start = (env: Readonly<Record<string, string | undefined>>, ...args: readonly string[]) =>
    runNode(['--import', 'tsx', 'test/demo/start.ts', ...args], ROOT, { WAYLAND_DISPLAY: undefined, ...env });

  test.runIf(process.platform === 'linux').each([
    ['no display', { DISPLAY: undefined }],
    ['a display that is not there', { DISPLAY: ':4099' }],
  ])(
    '%s',
    async (_, env) => {
      const { code, output } = await start(env, 'http://localhost:5173');
      expect(output.trim()).toBe(NO_DISPLAY);
      expect(code).toBe(1);
    },
    TIMEOUT,
  );

  test(
    'a browser that is not there',
    async () => {
      const { code, output } = await start({ CHROME_PATH: '/nowhere/chrome' }, 'localhost:5173', '--once');
      expect(output.trim()).toBe(
        "CHROME_PATH or PUPPETEER_EXECUTABLE_PATH names /nowhere/chrome, which can't be executed.",
      );
      expect(code).toBe(1);
    },
    TIMEOUT,
  );

  test(
    'an address that is none',
    async () => {
      const { code, output } = await start({}, 'htp://localhost:5173');
      expect(output.trim()).toBe(
        'htp://localhost:5173 is no URL of a page. It begins with http:// or https://.',
      );
      expect(code).toBe(1);
    },
    TIMEOUT,
  );
});
