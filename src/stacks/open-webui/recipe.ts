import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { dockerStep, environmentVariants } from '../shared/environment-variants.ts';

/** It allows every method and header, and credentials; a semicolon stands between origins. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://docs.openwebui.com/getting-started/env-configuration',
  restart: null,
  steps: (need) => [dockerStep(variables(need))],
  variants: (need) => environmentVariants(variables(need), 'open-webui serve'),
};

const variables = ({ origins }: ServerNeed) => [['CORS_ALLOW_ORIGIN', origins.join(';')]] as const;
