import { jsString } from '../stacks/index.ts';
import { asOwnOrigin, inConfig, indented, OWN_ORIGIN_COMMENT, proxyOptions } from './config-code.ts';
import type { DevServerTool } from './dev-server.ts';

export const vite: DevServerTool = {
  name: 'Vite',
  pageMark: /^https?:\/\/[^/]+\/(?:.+\/)?(?:@vite\/client|@react-refresh|node_modules\/\.vite\/deps\/)/,
  proxy: (mount, call) => ({
    docs: 'https://vite.dev/config/server-options#server-proxy',
    restart: { type: 'server' },
    steps: [
      inConfig('vite.config.js', [
        'server: {',
        '  proxy: {',
        `    ${jsString(mount.prefix)}: {`,
        ...indented(proxyOptions(mount), '      '),
        ...(mount.strip ? [`      rewrite: (path) => path.slice(${mount.prefix.length}),`] : []),
        ...(call.originBlocked
          ? [
              '      configure: (proxy) => {',
              `        ${OWN_ORIGIN_COMMENT}`,
              `        proxy.on('proxyReq', (request, { headers }) => {`,
              `          ${asOwnOrigin(mount, call)}`,
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
};
