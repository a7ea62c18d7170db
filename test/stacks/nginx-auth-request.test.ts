import { afterEach, expect, test } from 'vitest';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import { CleanUp } from '../demo/clean-up.ts';
import { answerTo } from '../servers/ask.ts';
import { hasNginx, startAuthRequest } from '../servers/auth-request.ts';
import { BARE, PAGE } from './sample-needs.ts';

const cleanUp = new CleanUp();
afterEach(() => cleanUp.run());

/** The statuses of a preflight and of a call without a login. */
async function statuses(withRecipe: boolean): Promise<readonly number[]> {
  const steps = withRecipe ? (recipeFor('nginx-auth-request')?.steps(BARE) ?? []) : [];
  const { url } = await cleanUp.started(startAuthRequest(steps.filter((step) => step.type === 'edit')));
  const preflight = await answerTo('OPTIONS', url, [
    ['Origin', PAGE],
    ['Access-Control-Request-Method', 'POST'],
  ]);
  const call = await answerTo('POST', url, [['Origin', PAGE]], '{}');
  return [preflight.status, call.status];
}

test.skipIf(!hasNginx)('nginx lets preflights through, and nothing else', async () => {
  expect(await statuses(false)).toEqual([401, 401]);
  expect(await statuses(true)).toEqual([204, 401]);
});
