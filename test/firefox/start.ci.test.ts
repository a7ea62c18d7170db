import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runNode } from '../browser/support/run-node.ts';
import { httpAnswer, startRawServer } from '../servers/raw.ts';
import { startStaticPage } from '../servers/static-page.ts';
import { findFirefox, NO_FIREFOX } from './find-firefox.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TIMEOUT = 120_000;
const missing = findFirefox() === null;
if (missing) console.log(`npm start with Firefox is not tried. ${NO_FIREFOX}`);

/** As `npm start -- <url> --once --browser firefox` runs it. */
function lookAt(url: string) {
  return runNode(['--import', 'tsx', 'test/demo/start.ts', url, '--once', '--browser', 'firefox'], ROOT);
}

test.skipIf(missing)(
  'of a page of one’s own it prints what Firefox blocks and the fix, and says so where there is no page any more',
  { timeout: TIMEOUT },
  async () => {
    const api = await startRawServer(() => httpAnswer(200, [['X-Powered-By', 'Express']]));
    const html = `<script>fetch('${api.origin}/orders')</script>`;
    const page = await startStaticPage(new Map([['/index.html', html]]));
    try {
      const { code, output } = await lookAt(page.origin);
      expect(output).toContain(`✗ GET ${api.origin}/orders`);
      expect(output).toContain('npm install cors');
      expect(output).toContain(`'${page.origin}'`);
      expect(code).toBe(1);
    } finally {
      await Promise.all([api.close(), page.close()]);
    }
    const { code, output } = await lookAt(page.origin);
    expect(output.trim()).toBe(`Nothing answers at ${page.origin}/: start the page's server first.`);
    expect(code).toBe(1);
  },
);
