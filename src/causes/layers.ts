import { STACKS } from '../stacks/index.ts';
import type { Evidence } from './evidence.ts';

/** Headers in which the layers between application and browser name themselves. */
export const LAYER_HEADERS = ['Via', 'Server', 'X-Cache', 'X-Served-By', 'X-Varnish', 'CF-Ray'];

/** Returns whether a gateway or a platform is known to have answered. */
export function isByGatewayOrPlatform({ responder }: Evidence): boolean {
  return responder !== null && ['gateway', 'platform'].includes(STACKS[responder.stack].layer);
}
