import { quoteDouble } from '../quote/double.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/** It answers preflights by itself then, before it asks for the login. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#enable-cors',
  restart: { type: 'none' },
  settings: ({ origins }) => [line('enable-cors', 'true'), line('cors-allow-origin', origins.join(', '))],
  steps: (need) => [
    {
      type: 'edit',
      file: 'ingress.yaml',
      place: 'ingress-annotations',
      language: 'yaml',
      code: annotations(need).join('\n'),
    },
  ],
};

function line(name: string, value: string): string {
  return `nginx.ingress.kubernetes.io/${name}: ${quoteDouble(value)}`;
}

function annotations({ origins, methods, headers, credentials, exposed }: ServerNeed): readonly string[] {
  const list = (name: string, values: readonly string[]) =>
    values.length === 0 ? [] : [line(name, values.join(', '))];
  return [
    line('enable-cors', 'true'),
    line('cors-allow-origin', origins.join(', ')),
    line('cors-allow-methods', methods.join(', ')),
    ...list('cors-allow-headers', headers),
    ...list('cors-expose-headers', exposed),
    line('cors-allow-credentials', String(credentials)),
  ];
}
