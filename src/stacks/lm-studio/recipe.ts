import { isLoopbackOrigin } from '../../cors/index.ts';
import type { Recipe, RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/** All or nothing: there is no list of origins. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://lmstudio.ai/docs/cli/server-start',
  restart: { type: 'none' },
  notes: ['noteLmStudioAllowsAll'],
  settings: () => ['Developer › Server Settings › Enable CORS'],
  steps: lmsSteps,
  variants: (need) => [
    { label: 'lms', steps: lmsSteps(need), restart: { type: 'none' } },
    {
      label: 'LM Studio',
      steps: [
        {
          type: 'edit',
          file: 'Developer › Server Settings',
          place: 'form',
          language: 'text',
          code: 'Enable CORS: On',
        },
      ],
      restart: { type: 'none' },
    },
  ],
};

function lmsSteps({ url }: ServerNeed): readonly RecipeStep[] {
  const { origin, port } = new URL(url);
  const option = isLoopbackOrigin(origin) && port !== '' ? ` --port ${port}` : '';
  return [{ type: 'run', command: `lms server stop\nlms server start --cors${option}` }];
}
