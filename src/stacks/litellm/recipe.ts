import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { dockerStep, environmentVariants } from '../shared/environment-variants.ts';

/** It allows every method and header, and credentials to origins that it names. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://docs.litellm.ai/docs/proxy/config_settings',
  restart: { type: 'server' },
  steps: (need) => [dockerStep(variables(need))],
  variants: (need) => environmentVariants(variables(need), 'litellm --config config.yaml'),
};

const variables = ({ origins }: ServerNeed) => [['LITELLM_CORS_ORIGINS', origins.join(',')]] as const;
