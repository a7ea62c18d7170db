import type { Workaround } from '../clients/index.ts';
import type { RecipeStep } from '../stacks/index.ts';
import { jsString } from '../stacks/index.ts';
import { sentence } from '../texts/index.ts';
import type { DevServer } from './recognise.ts';

export interface ProxiedCall {
  /** The page's origin. */
  readonly origin: string;
  /** What is called. */
  readonly url: string;
  /** Whether the server answers 403 or the like to the page's origin: then it must not see it. */
  readonly originBlocked: boolean;
}

export interface DevProxy extends Workaround {
  /** What the page has to call instead: a path of its own origin, and the same in full. */
  readonly path: string;
  readonly fullUrl: string;
  /** What makes it take effect; null: restarting the dev server. */
  readonly restart: string | null;
}

/**
 * The dev server passes the call on, so that it is no cross-origin one.
 * @returns null where the tool's configuration can't do it
 */
export function devProxy(tool: DevServer, call: ProxiedCall): DevProxy | null {
  const mount = mountOf(new URL(call.url));
  const fullUrl = call.origin + mount.path;
  const summary = sentence('clientProxy', mount.path, mount.target + new URL(call.url).pathname, fullUrl);
  const way = PROXIES[tool](mount, call);
  return way && { summary, path: mount.path, fullUrl, restart: null, ...way };
}

/** Which part of the dev server's paths goes to the target. */
interface Mount {
  /** The target's origin. */
  readonly target: string;
  readonly prefix: string;
  /** The target doesn't know the prefix. */
  readonly strip: boolean;
  /** Of the call, at the dev server. */
  readonly path: string;
  /** A local server's certificate is its own. */
  readonly selfSigned: boolean;
}

/** First segments that dev servers answer themselves. */
const TAKEN = ['assets', 'dist', 'node_modules', 'public', 'src', 'static'];

function mountOf({ origin, protocol, hostname, pathname }: URL): Mount {
  const selfSigned = protocol === 'https:' && /^(?:localhost|.+\.localhost|127\..+|\[::1\])$/.test(hostname);
  const [, segment = ''] = pathname.split('/');
  const strip = !/^[A-Za-z0-9][\w-]*$/.test(segment) || TAKEN.includes(segment);
  const prefix = strip ? '/proxy' : `/${segment}`;
  return { target: origin, prefix, strip, path: strip ? prefix + pathname : pathname, selfSigned };
}

type Way = Pick<DevProxy, 'steps' | 'docs'> & Partial<Pick<DevProxy, 'restart'>>;

const PROXIES: Readonly<Record<DevServer, (mount: Mount, call: ProxiedCall) => Way | null>> = {
  vite: (mount, call) => ({
    docs: 'https://vite.dev/config/server-options#server-proxy',
    steps: [
      inConfig('vite.config.js', [
        'server: {',
        '  proxy: {',
        `    ${jsString(mount.prefix)}: {`,
        ...proxyOptions(mount, '      '),
        ...(mount.strip ? [`      rewrite: (path) => path.slice(${mount.prefix.length}),`] : []),
        ...(call.originBlocked
          ? [
              '      configure: (proxy) => {',
              '        // The server answers only its own origin: the page may pass for it here.',
              `        proxy.on('proxyReq', (request, { headers }) => {`,
              `          if (headers.origin === ${jsString(call.origin)}) request.setHeader('origin', ${jsString(mount.target)});`,
              '        });',
              '      },',
            ]
          : []),
        '    },',
        '  },',
        '},',
      ]),
    ],
  }),
  nextjs: (mount, call) =>
    call.originBlocked
      ? null
      : {
          docs: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/rewrites',
          steps: [
            inConfig('next.config.js', [
              'async rewrites() {',
              '  return [',
              `    { source: ${jsString(`${mount.prefix}/:path*`)}, destination: ${jsString(`${mount.target}${mount.strip ? '' : mount.prefix}/:path*`)} },`,
              '  ];',
              '},',
            ]),
          ],
        },
  webpack: (mount, call) => ({
    docs: 'https://webpack.js.org/configuration/dev-server/#devserverproxy',
    steps: [
      inConfig('webpack.config.js', [
        'devServer: {',
        '  proxy: [',
        '    {',
        `      context: [${jsString(mount.prefix)}],`,
        ...proxyOptions(mount, '      '),
        ...(mount.strip ? [`      pathRewrite: { ${jsString(`^${mount.prefix}`)}: '' },`] : []),
        ...(call.originBlocked
          ? [
              '      // The server answers only its own origin: the page may pass for it here.',
              '      onProxyReq: (request, { headers }) => {',
              `        if (headers.origin === ${jsString(call.origin)}) request.setHeader('origin', ${jsString(mount.target)});`,
              '      },',
            ]
          : []),
        '    },',
        '  ],',
        '},',
      ]),
    ],
  }),
  angular: (mount, call) =>
    call.originBlocked
      ? null
      : {
          docs: 'https://angular.dev/tools/cli/serve#proxying-to-a-backend-server',
          restart: 'ng serve --proxy-config src/proxy.conf.json',
          steps: [
            {
              type: 'edit',
              file: 'src/proxy.conf.json',
              place: 'new-file',
              language: 'json',
              code: JSON.stringify(
                {
                  [mount.path === mount.prefix ? mount.prefix : `${mount.prefix}/**`]: {
                    target: mount.target,
                    changeOrigin: true,
                    ...(mount.selfSigned && { secure: false }),
                    ...(mount.strip && { pathRewrite: { [`^${mount.prefix}`]: '' } }),
                  },
                },
                null,
                2,
              ),
            },
          ],
        },
};

function proxyOptions({ target, selfSigned }: Mount, indent: string): readonly string[] {
  const lines = [`target: ${jsString(target)},`, 'changeOrigin: true,'];
  return [...lines, ...(selfSigned ? ['secure: false,'] : [])].map((line) => indent + line);
}

function inConfig(file: string, lines: readonly string[]): RecipeStep {
  return { type: 'edit', file, place: 'config-object', language: 'javascript', code: lines.join('\n') };
}
