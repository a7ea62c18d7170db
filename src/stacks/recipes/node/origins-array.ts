import { jsString } from '../../quote/javascript.ts';
import { developmentOnly } from '../development-only.ts';

/** An array literal of origins, one a line, those for development marked so. */
export function originsArray(origins: readonly string[]): string {
  const lines = origins.map(
    (origin) => `  ${jsString(origin)},${developmentOnly(origin) ? ' // development only' : ''}\n`,
  );
  return `[\n${lines.join('')}]`;
}
