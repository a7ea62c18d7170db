import { jsString } from '../stacks/index.ts';
import { inConfig } from './config-code.ts';
import type { DevServerTool } from './dev-server.ts';

export const nextjs: DevServerTool = {
  name: 'Next.js',
  pageMark: /^https?:\/\/[^/]+\/(?:.+\/)?_next\/static\//,
  proxy: ({ target, prefix, strip }, { originBlocked }) => {
    // Rewrites send the page's origin on as it is.
    if (originBlocked) return null;
    const source = jsString(`${prefix}/:path*`);
    const destination = jsString(`${target}${strip ? '' : prefix}/:path*`);
    return {
      docs: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/rewrites',
      restart: { type: 'server' },
      steps: [
        inConfig('next.config.js', [
          'async rewrites() {',
          '  return [',
          `    { source: ${source}, destination: ${destination} },`,
          '  ];',
          '},',
        ]),
      ],
    };
  },
};
