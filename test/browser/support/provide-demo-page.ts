import type { TestProject } from 'vitest/node';
import { buildDemoPage } from '../../demo/build-page.ts';
import type { Files } from '../../servers/static-page.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly demoPage: Files;
  }
}

/** Builds the demo page once for all test files. */
export default async function provideDemoPage(project: TestProject): Promise<void> {
  project.provide('demoPage', await buildDemoPage());
}
