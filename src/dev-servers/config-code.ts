import { jsString, type RecipeStep } from '../stacks/index.ts';
import type { Mount, ProxiedCall } from './dev-server.ts';

/** Puts lines into the object that a configuration file exports. */
export function inConfig(file: string, lines: readonly string[]): RecipeStep {
  return { type: 'edit', file, place: 'config-object', language: 'javascript', code: lines.join('\n') };
}

/** The options that tools built on http-proxy share. */
export function proxyOptions({ target, selfSigned }: Mount): readonly string[] {
  return [`target: ${jsString(target)},`, 'changeOrigin: true,', ...(selfSigned ? ['secure: false,'] : [])];
}

/** The comment above the code of `asOwnOrigin`. */
export const OWN_ORIGIN_COMMENT = '// The server answers only its own origin: the page may pass for it here.';

/** The statement that replaces the page's origin with the target's own, and leaves any other origin as it is. */
export function asOwnOrigin({ target }: Mount, { origin }: ProxiedCall): string {
  return `if (headers.origin === ${jsString(origin)}) request.setHeader('origin', ${jsString(target)});`;
}

export function indented(lines: readonly string[], indent: string): readonly string[] {
  return lines.map((line) => indent + line);
}
