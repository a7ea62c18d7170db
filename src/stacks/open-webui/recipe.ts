import { posixWord } from '../quote/shell.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { dockerStep, environmentVariants } from '../shared/environment-variants.ts';

/** It allows every method and header, and credentials; a semicolon stands between origins. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://docs.openwebui.com/reference/env-configuration',
  restart: { type: 'server' },
  settings: (need) => variables(need).map(([name, value]) => `${name}=${posixWord(value)}`),
  steps: (need) => [dockerStep(variables(need))],
  variants: (need) => environmentVariants(variables(need), 'open-webui serve'),
};

const variables = ({ origins }: ServerNeed) => [['CORS_ALLOW_ORIGIN', origins.join(';')]] as const;
