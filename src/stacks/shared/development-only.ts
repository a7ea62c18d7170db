import { isLoopbackOrigin } from '../../cors/index.ts';

/**
 * Returns a comment that says that an origin on this machine is for development only. Empty for other origins.
 * @param lead what begins a comment, and the text before it, such as ` #`
 */
export function developmentOnly(origin: string, lead: string): string {
  return isLoopbackOrigin(origin) ? `${lead} development only` : '';
}
