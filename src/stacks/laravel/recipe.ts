import { quoteSingle, quoteSingles } from '../quote/single.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { originLines } from '../shared/origin-lines.ts';

/** Laravel's own middleware runs before its routes and its login, and reads this file. */
export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://laravel.com/docs/routing#cors',
  restart: { type: 'command', command: 'php artisan config:clear' },
  steps: (need) => [
    { type: 'run', command: 'php artisan config:publish cors' },
    { type: 'edit', file: 'config/cors.php', place: 'whole-file', language: 'php', code: config(need) },
  ],
};

function config({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  return `<?php

return [
    'paths' => ['*'],
    'allowed_methods' => ${phpStrings(methods)},
    'allowed_origins' => [
${originLines(origins, { quote: quoteSingle, comment: '//', indent: '        ' })}
    ],
    'allowed_origins_patterns' => [],
    'allowed_headers' => ${phpStrings(headers)},
    'exposed_headers' => ${phpStrings(exposed)},
    'max_age' => 0,
    'supports_credentials' => ${credentials},
];`;
}

function phpStrings(texts: readonly string[]): string {
  return `[${quoteSingles(texts)}]`;
}
