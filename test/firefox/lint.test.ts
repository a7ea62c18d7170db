import linter from 'addons-linter';
import { expect, test } from 'vitest';
import { BUILT_FOR_FIREFOX } from './extension.ts';

/**
 * What addons.mozilla.org says of the build. The one warning is of Preact, which can set `innerHTML`; nothing of ours has
 * it do so (docs/decisions/0083-reviewers-can-make-the-build-for-firefox.md).
 */
const EXPLAINED = ['UNSAFE_VAR_ASSIGNMENT: Unsafe assignment to innerHTML'];

test('the linter of addons.mozilla.org finds no error, and no warning that is not explained', async () => {
  const { errors, warnings, notices } = await linter
    .createInstance({
      config: { _: [BUILT_FOR_FIREFOX], logLevel: 'fatal', output: 'none' },
      runAsBinary: false,
    })
    .run();
  expect(errors).toEqual([]);
  expect(notices).toEqual([]);
  expect(warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual(EXPLAINED);
});
