// Before `npm test`: what the tests take and npm doesn't bring.
import { ensureInstalled } from './support/ensure-installed.ts';

try {
  ensureInstalled({
    // Those in which tests start a browser of their own.
    languages: ['zh-CN', 'fr'],
    // What is copied as cURL is run in a shell.
    commands: ['bash', 'curl'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
