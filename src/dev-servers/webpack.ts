import { jsString } from '../stacks/index.ts';
import { asOwnOrigin, inConfig, indented, OWN_ORIGIN_COMMENT, proxyOptions } from './config-code.ts';
import type { DevServerTool } from './dev-server.ts';

export const webpack: DevServerTool = {
  name: 'webpack-dev-server',
  pageMark:
    /^webpack(?:-internal)?:\/\/|^https?:\/\/[^/]+\/(?:.+\/)?(?:webpack-dev-server|[^/]+\.hot-update\.js)/,
  proxy: (mount, call) => ({
    docs: 'https://webpack.js.org/configuration/dev-server/#devserverproxy',
    restart: { type: 'server' },
    steps: [
      inConfig('webpack.config.js', [
        'devServer: {',
        '  proxy: [',
        '    {',
        `      context: [${jsString(mount.prefix)}],`,
        ...indented(proxyOptions(mount), '      '),
        ...(mount.strip ? [`      pathRewrite: { ${jsString(`^${mount.prefix}`)}: '' },`] : []),
        ...(call.originBlocked
          ? [
              `      ${OWN_ORIGIN_COMMENT}`,
              '      onProxyReq: (request, { headers }) => {',
              `        ${asOwnOrigin(mount, call)}`,
              '      },',
            ]
          : []),
        '    },',
        '  ],',
        '},',
      ]),
    ],
  }),
};
