import { pythonWith } from '../../support/python-with.ts';

/** What a copied test for pytest takes. */
export const TEST_MODULES = ['pytest', 'httpx'] as const;

/** A Python that has pytest and httpx. Null if there is none. */
export function testPython(): string | null {
  return pythonWith(TEST_MODULES);
}
