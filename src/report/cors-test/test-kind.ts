/** What a test is written for. */
export const TEST_KINDS = ['node', 'vitest', 'pytest', 'shell'] as const;
export type TestKind = (typeof TEST_KINDS)[number];
