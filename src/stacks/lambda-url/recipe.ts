import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/**
 * With CORS set up, Lambda answers preflights without the function, and adds its headers to what the function returns.
 * It knows six methods; OPTIONS is none of them.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html
 */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors',
  restart: { type: 'none' },
  notes: ['noteLambdaTwoLayers'],
  steps: (need) => [
    {
      type: 'edit',
      file: 'Lambda › Functions › Configuration › Function URL › CORS',
      place: 'form',
      language: 'text',
      code: fields(need).join('\n'),
    },
  ],
};

function fields({ origins, methods, headers, credentials, exposed }: ServerNeed): readonly string[] {
  return [
    `Allow origin: ${origins.join(', ')}`,
    ...(exposed.length > 0 ? [`Expose headers: ${exposed.join(', ')}`] : []),
    ...(headers.length > 0 ? [`Allow headers: ${headers.join(', ')}`] : []),
    `Allow methods: ${methods.filter((method) => method !== 'OPTIONS').join(', ')}`,
    ...(credentials ? ['Allow credentials: On'] : []),
  ];
}
