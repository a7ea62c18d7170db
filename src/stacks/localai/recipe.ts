import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { dockerStep, environmentVariants } from '../shared/environment-variants.ts';

/**
 * Without the switch it allows every origin, whatever the list says. No header tells that it is LocalAI: its answers are
 * echo's, and `Machine-Tag` is there only where somebody has set a tag.
 * @see https://github.com/mudler/LocalAI/blob/master/core/http/app.go
 */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://github.com/mudler/LocalAI/blob/master/core/cli/run.go',
  restart: { type: 'server' },
  steps: (need) => [dockerStep(variables(need))],
  variants: (need) => environmentVariants(variables(need), 'local-ai run'),
};

const variables = ({ origins }: ServerNeed) =>
  [
    ['LOCALAI_CORS', 'true'],
    ['LOCALAI_CORS_ALLOW_ORIGINS', origins.join(',')],
  ] as const;
