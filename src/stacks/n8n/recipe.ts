import type { Failure } from '../../cors/index.ts';
import type { Recipe, RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * Each webhook has its own list; n8n allows whatever methods the workflow takes, and every request header. Where it
 * names its own host, it was told another Origin than the page's: a proxy in front rewrote it, and no setting helps.
 */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/',
  restart: { type: 'none' },
  steps: (need) => [option(need)],
  variants: (need, failures) =>
    failures.some((failure) => namesOwnHost(failure, need))
      ? []
      : [{ label: '', steps: [option(need)], restart: { type: 'none' } }],
};

function option({ origins, url }: ServerNeed): RecipeStep {
  const node = new URL(url).pathname.endsWith('/chat') ? 'Chat Trigger' : 'Webhook';
  return {
    type: 'edit',
    file: `${node} › Options › Allowed Origins (CORS)`,
    place: 'form',
    language: 'text',
    code: origins.join(','),
  };
}

function namesOwnHost({ parameter }: Failure, { url }: ServerNeed): boolean {
  return parameter !== null && URL.parse(parameter)?.hostname === new URL(url).hostname;
}
