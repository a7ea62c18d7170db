import type { Recipe } from '../recipe.ts';

/**
 * With an origin in its list, the platform answers every preflight by itself, for any method and header: code of the
 * app's never gets one.
 */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api#app-service-cors-vs-your-cors',
  restart: { type: 'none' },
  notes: ['noteAzureOneOfTwo'],
  steps: ({ origins, credentials }) => [
    {
      type: 'edit',
      file: 'App Service › API › CORS',
      place: 'form',
      language: 'text',
      code: [
        ...(credentials ? ['Enable Access-Control-Allow-Credentials: On'] : []),
        'Allowed Origins:',
        ...origins,
      ].join('\n'),
    },
  ],
};
