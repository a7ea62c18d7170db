import type { Recipe, RecipeStep } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

const ACCESS_FORM = 'Cloudflare One › Access controls › Applications › Advanced settings › CORS settings';

/** Access forwards preflights, or answers them itself. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/cors/',
  restart: { type: 'none' },
  notes: ['noteBehindGateway'],
  steps: () => [form(['Bypass options requests to origin: On'])],
  variants: (need) => [
    {
      label: 'Bypass options requests to origin',
      steps: [form(['Bypass options requests to origin: On'])],
      restart: { type: 'none' },
    },
    {
      label: 'Configure response to preflight requests',
      steps: [form(responseFields(need))],
      restart: { type: 'none' },
    },
  ],
};

function responseFields({ origins, methods, headers, credentials }: ServerNeed): readonly string[] {
  return [
    ...(credentials ? ['Access-Control-Allow-Credentials: On'] : []),
    `Access-Control-Allow-Origin: ${origins.join(', ')}`,
    `Access-Control-Allow-Methods: ${methods.join(', ')}`,
    ...(headers.length > 0 ? [`Access-Control-Allow-Headers: ${headers.join(', ')}`] : []),
  ];
}

function form(lines: readonly string[]): RecipeStep {
  return { type: 'edit', file: ACCESS_FORM, place: 'form', language: 'text', code: lines.join('\n') };
}
