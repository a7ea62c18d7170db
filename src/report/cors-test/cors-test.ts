import { nodeTest } from './node-test.ts';
import { pytestTest } from './pytest-test.ts';
import { shellTest } from './shell-test.ts';
import type { TestKind } from './test-kind.ts';
import type { TestedCall } from './tested-call.ts';

/**
 * Writes a test that stands on its own: it sends the preflight and the call, and checks the answers as a browser does
 * by the Fetch standard. Secrets are environment variables. Text from the network stands in string literals alone, and
 * its comments are in English.
 */
export function corsTest(call: TestedCall, kind: TestKind): string {
  switch (kind) {
    case 'node':
    case 'vitest':
      return nodeTest(call, kind);
    case 'pytest':
      return pytestTest(call);
    case 'shell':
      return shellTest(call);
  }
}
