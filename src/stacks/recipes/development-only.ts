import { isLoopbackOrigin } from '../../cors/index.ts';

/** Whether a recipe says beside the origin that it is for development only: pages on localhost are. */
export function developmentOnly(origin: string): boolean {
  return isLoopbackOrigin(origin);
}
