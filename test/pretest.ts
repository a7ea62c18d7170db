// Before `npm test`: what the tests take and npm doesn't bring.
import { TEST_MODULES } from './report/cors-test/test-python.ts';
import { ensureInstalled } from './support/ensure-installed.ts';

try {
  ensureInstalled({
    browsers: ['chrome', 'firefox'],
    // Those in which tests start a browser of their own.
    languages: ['zh-CN', 'fr'],
    // What is copied as cURL, or as a test, is run in shells, and by pytest.
    commands: ['bash', 'curl', 'dash', 'busybox'],
    pythonModules: TEST_MODULES,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
