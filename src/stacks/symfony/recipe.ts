import { quoteDouble } from '../quote/double.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { developmentOnly } from '../shared/development-only.ts';

/** NelmioCorsBundle answers preflights before routes and firewalls. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://symfony.com/bundles/NelmioCorsBundle/current/index.html',
  restart: { type: 'command', command: 'php bin/console cache:clear' },
  steps: (need) => [
    { type: 'run', command: 'composer require nelmio/cors-bundle' },
    {
      type: 'edit',
      file: 'config/packages/nelmio_cors.yaml',
      place: 'whole-file',
      language: 'yaml',
      code: config(need),
    },
  ],
};

/** Quotes a text for Symfony, which reads `%name%` as a parameter and `%%` as a percent sign. */
const quoted = (text: string) => quoteDouble(text.replaceAll('%', '%%'));

function config({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const list = (name: string, values: readonly string[]) =>
    `        ${name}: [${values.map(quoted).join(', ')}]`;
  return [
    'nelmio_cors:',
    '    defaults:',
    '        allow_origin:',
    ...origins.map((origin) => `            - ${quoted(origin)}${developmentOnly(origin, ' #')}`),
    list('allow_methods', methods),
    list('allow_headers', headers),
    list('expose_headers', exposed),
    `        allow_credentials: ${credentials}`,
    '        max_age: 0',
    '    paths:',
    "        '^/': ~",
  ].join('\n');
}
