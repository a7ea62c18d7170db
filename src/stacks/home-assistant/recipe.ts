import { quoteDouble } from '../quote/double.ts';
import type { Recipe } from '../recipe.ts';
import { developmentOnly } from '../shared/development-only.ts';

/** @see https://github.com/home-assistant/core/blob/dev/homeassistant/components/http/cors.py */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://www.home-assistant.io/integrations/http/',
  restart: { type: 'server' },
  notes: ['noteHomeAssistant'],
  steps: ({ origins }) => [
    {
      type: 'edit',
      file: 'configuration.yaml',
      place: 'end',
      language: 'yaml',
      code: [
        '# Where there is an http section already, it takes these lines',
        'http:',
        '  cors_allowed_origins:',
        ...origins.map((origin) => `    - ${quoteDouble(origin)}${developmentOnly(origin, ' #')}`),
      ].join('\n'),
    },
  ],
};
