import { angular } from './angular.ts';
import type { DevServerTool } from './dev-server.ts';
import { nextjs } from './nextjs.ts';
import { vite } from './vite.ts';
import { webpack } from './webpack.ts';

/** All known dev servers, by id, in the order in which the panel offers them. */
export const DEV_SERVERS = {
  vite,
  nextjs,
  webpack,
  angular,
} as const satisfies Readonly<Record<string, DevServerTool>>;

/** The id of a dev server. */
export type DevServer = keyof typeof DEV_SERVERS;
