import type { Recipe } from '../recipe.ts';

/** Keycloak allows every preflight. Its answers allow only the origins of the client that asks. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://www.keycloak.org/docs/latest/server_admin/#_oidc_clients',
  restart: { type: 'none' },
  settings: ({ origins }) => [`Clients › Settings › Web origins: ${origins.join(', ')}`],
  steps: ({ origins, url }) => {
    const [, realm] = /\/realms\/([^/]+)\//.exec(new URL(url).pathname) ?? [];
    const path = ['Keycloak', ...(realm === undefined ? [] : [realm]), 'Clients', 'Settings', 'Web origins'];
    return [
      {
        type: 'edit',
        file: path.join(' › '),
        place: 'form',
        language: 'text',
        code: origins.join('\n'),
      },
    ];
  },
};
