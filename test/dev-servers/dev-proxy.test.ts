import { describe, expect, test } from 'vitest';
import { devProxy } from '../../src/dev-servers/dev-proxy.ts';
import type { DevServer } from '../../src/dev-servers/registry.ts';

const PAGE = 'http://localhost:4200';
const SERVERS = ['vite', 'nextjs', 'webpack', 'angular'] as const satisfies readonly DevServer[];

/** The configuration that the panel shows for a call, as the object that it is. */
function shown(tool: DevServer, url: string, originBlocked = false) {
  const way = devProxy(tool, { origin: PAGE, url, originBlocked });
  const [step] = way?.steps ?? [];
  if (step?.type !== 'edit') return null;
  return step.language === 'json' ? JSON.parse(step.code) : new Function(`return {${step.code}}`)();
}

describe('the call goes to its server, with its own path', () => {
  const url = 'https://api.example.com/v1/models?limit=1';
  const target = 'https://api.example.com';

  test('Next.js', async () => {
    expect(await shown('nextjs', url).rewrites()).toEqual([
      { source: '/v1/:path*', destination: `${target}/v1/:path*` },
    ]);
  });

  test('webpack-dev-server', () => {
    const proxy = [{ context: ['/v1'], target, changeOrigin: true }];
    expect(shown('webpack', url)).toEqual({ devServer: { proxy } });
  });

  test('Angular CLI', () => {
    expect(shown('angular', url)).toEqual({ '/v1/**': { target, changeOrigin: true } });
    expect(shown('angular', `${target}/models`)).toEqual({ '/models': { target, changeOrigin: true } });
  });
});

describe('a path that the dev server answers itself gets a prefix', () => {
  const url = 'https://localhost:8443/static/a.json';
  const target = 'https://localhost:8443';

  test('Next.js', async () => {
    expect(await shown('nextjs', url).rewrites()).toEqual([
      { source: '/proxy/:path*', destination: `${target}/:path*` },
    ]);
  });

  test("webpack-dev-server; and a local server's own certificate is taken", () => {
    const pathRewrite = { '^/proxy': '' };
    expect(shown('webpack', url).devServer.proxy).toEqual([
      { context: ['/proxy'], target, changeOrigin: true, secure: false, pathRewrite },
    ]);
  });

  test('Angular CLI', () => {
    const pathRewrite = { '^/proxy': '' };
    expect(shown('angular', url)).toEqual({
      '/proxy/**': { target, changeOrigin: true, secure: false, pathRewrite },
    });
  });
});

test.each(SERVERS)('%s: the texts name the path and the full URL, and no secret of the query', (tool) => {
  const way = devProxy(tool, {
    origin: PAGE,
    url: 'https://api.example.com/v1/a?key=s3cret',
    originBlocked: false,
  });
  expect(way).toMatchObject({ path: '/v1/a', fullUrl: `${PAGE}/v1/a` });
  expect(JSON.stringify(way)).not.toContain('s3cret');
});

test("where the server blocks the page's origin, only tools that can rename it are proposed", () => {
  const url = 'http://127.0.0.1:11434/api/chat';
  expect(SERVERS.filter((tool) => shown(tool, url, true) !== null)).toEqual(['vite', 'webpack']);
  const sent: Record<string, string> = {};
  const { onProxyReq } = shown('webpack', url, true).devServer.proxy[0];
  const request = { setHeader: (name: string, value: string) => Object.assign(sent, { [name]: value }) };
  onProxyReq(request, { headers: { origin: 'https://stranger.example' } });
  expect(sent).toEqual({});
  onProxyReq(request, { headers: { origin: PAGE } });
  expect(sent).toEqual({ origin: 'http://127.0.0.1:11434' });
});
