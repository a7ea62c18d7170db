import { isLoopbackOrigin } from '../../cors/index.ts';

/**
 * What a recipe says beside a page on localhost: that it is for development only. Empty for other origins.
 * @param lead what begins a comment, with what stands before it, such as ` #`
 */
export function developmentOnly(origin: string, lead: string): string {
  return isLoopbackOrigin(origin) ? `${lead} development only` : '';
}
