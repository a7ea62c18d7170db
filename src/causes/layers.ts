import { STACKS } from '../stacks/index.ts';
import type { Evidence } from './evidence.ts';

/** Headers in which the layers between application and browser name themselves. */
export const LAYER_HEADERS = ['Via', 'Server', 'X-Cache', 'X-Served-By', 'X-Varnish', 'CF-Ray'];

/** Headers by which such a layer says that it made an answer by itself, and why. */
export const SELF_TOLD_HEADERS = ['ngrok-error-code', 'x-amzn-errortype', 'x-vercel-error', 'cf-mitigated'];

/** Whether a gateway is known to have answered, or a platform by itself: most of its answers come from somebody's code. */
export function isByGatewayOrPlatform({ responder }: Evidence): boolean {
  if (responder === null) return false;
  const { layer } = STACKS[responder.stack];
  return layer === 'gateway' || (layer === 'platform' && responder.own);
}
