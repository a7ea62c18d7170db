import fc from 'fast-check';
import { expect, test } from 'vitest';
import { devServerOf } from '../../src/dev-servers/recognise.ts';
import { DEV_SERVERS } from '../../src/dev-servers/registry.ts';

const PAGE = 'http://localhost:5173';

test.each([
  ['vite', ['/', '/@vite/client', '/src/main.ts']],
  ['vite', ['/app/', '/app/@vite/client', '/app/src/main.tsx']],
  ['vite', ['/', '/node_modules/.vite/deps/react.js?v=1a2b3c4d']],
  ['nextjs', ['/', '/_next/static/chunks/webpack.js?v=1700000000000', '/_next/static/chunks/main-app.js']],
  ['nextjs', ['/', '/_next/static/chunks/%5Bturbopack%5D_browser_dev_hmr-client_1a2b.js']],
  ['angular', ['/', '/@vite/client', '/@ng/component?c=src%2Fapp%2Fapp.ts', '/main.js', '/polyfills.js']],
  [
    'angular',
    [
      '/',
      '/@vite/client',
      '/@fs/home/me/app/.angular/cache/20.0.0/app/vite/deps/@angular_core.js?v=1a2b3c4d',
    ],
  ],
  ['angular', ['/', '/runtime.js', '/polyfills.js', '/vendor.js', '/main.js', '/styles.css']],
  ['webpack', ['/', '/bundle.js', '/main.3f1c.hot-update.js']],
  // Their Vite is configured elsewhere.
  [null, ['/', '/_nuxt/@vite/client', '/_nuxt/node_modules/nuxt/dist/app/entry.js']],
  [null, ['/', '/@vite/client', '/@id/astro:scripts/page.js']],
  [null, ['/', '/index.js', '/style.css']],
  [null, []],
])('%s serves %j', (server, paths) => {
  expect(devServerOf(paths.map((path) => PAGE + path))).toBe(server);
});

test('source files tell of webpack, and of Angular', () => {
  expect(devServerOf(['webpack:///./src/index.js'])).toBe('webpack');
  expect(devServerOf(['webpack:///./src/main.ts', 'webpack:///./node_modules/@angular/core/index.mjs'])).toBe(
    'angular',
  );
});

test("a name of these in a path or query isn't one", () => {
  expect(devServerOf([`${PAGE}/blog/about-webpack-dev-server-and-vite`, `${PAGE}/?next=/_next/data`])).toBe(
    null,
  );
});

test.each(Object.entries(DEV_SERVERS))('%s is told by its mark alone', (id, { pageMark }) => {
  const urls = fc.sample(fc.stringMatching(pageMark), { numRuns: 50, seed: 1 });
  expect(urls.some((url) => devServerOf([url]) === id)).toBe(true);
});
