import type { DevServerTool, Mount } from './dev-server.ts';

const CONFIG_FILE = 'src/proxy.conf.json';

export const angular: DevServerTool = {
  name: 'Angular CLI',
  pageMark: /^https?:\/\/[^/]+\/(?:@ng\/component|.*\/?\.angular\/cache\/)|^webpack:\/\/.*\/@angular\/core\//,
  // All pages of the webpack-based Angular CLI load these.
  pageFiles: ['runtime.js', 'polyfills.js', 'vendor.js', 'main.js'],
  proxy: (mount, { originBlocked }) => {
    // JSON holds no code that replaces the page's origin alone.
    if (originBlocked) return null;
    const code = JSON.stringify(configuration(mount), null, 2);
    return {
      docs: 'https://angular.dev/tools/cli/serve#proxying-to-a-backend-server',
      restart: { type: 'command', command: `ng serve --proxy-config ${CONFIG_FILE}` },
      steps: [{ type: 'edit', file: CONFIG_FILE, place: 'new-file', language: 'json', code }],
    };
  },
};

function configuration({ target, prefix, strip, path, selfSigned }: Mount): object {
  return {
    [path === prefix ? prefix : `${prefix}/**`]: {
      target,
      changeOrigin: true,
      ...(selfSigned && { secure: false }),
      ...(strip && { pathRewrite: { [`^${prefix}`]: '' } }),
    },
  };
}
