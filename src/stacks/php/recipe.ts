import { quoteSingle } from '../quote/single.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { originLines } from '../shared/origin-lines.ts';

function frontController({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const header = (name: string, value: string) => `    header(${quoteSingle(`${name}: ${value}`)});`;
  const fixed = [
    ...(credentials ? [header('Access-Control-Allow-Credentials', 'true')] : []),
    ...(exposed.length > 0 ? [header('Access-Control-Expose-Headers', exposed.join(', '))] : []),
    header('Access-Control-Allow-Methods', methods.join(', ')),
    ...(headers.length > 0 ? [header('Access-Control-Allow-Headers', headers.join(', '))] : []),
  ];
  return `$corsOrigins = [
${originLines(origins, { quote: quoteSingle, comment: '//', indent: '    ' })}
];
header('Vary: Origin', false);
if (in_array($_SERVER['HTTP_ORIGIN'] ?? '', $corsOrigins, true)) {
    header('Access-Control-Allow-Origin: ' . $_SERVER['HTTP_ORIGIN']);
${fixed.join('\n')}
}
// Before the login check and the routes.
if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS' && isset($_SERVER['HTTP_ACCESS_CONTROL_REQUEST_METHOD'])) {
    http_response_code(204);
    exit;
}`;
}

export const recipe: Recipe = {
  verifiedBy: 'tests',
  docs: 'https://www.php.net/manual/function.header.php',
  restart: { type: 'server' },
  steps: (need) => [
    {
      type: 'edit',
      file: 'index.php',
      place: 'after-php-tag',
      language: 'php',
      code: frontController(need),
    },
  ],
};
