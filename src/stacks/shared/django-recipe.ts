import { pythonList, pythonOrigins } from '../quote/python.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';

/** The code can also be pasted where django-cors-headers is set up already, perhaps too far down. */
function settings({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const lines = [
    `CORS_ALLOWED_ORIGINS = ${pythonOrigins(origins)}`,
    `CORS_ALLOW_METHODS = ${pythonList(methods)}`,
    `CORS_ALLOW_HEADERS = ${pythonList(headers)}`,
    ...(credentials ? ['CORS_ALLOW_CREDENTIALS = True'] : []),
    ...(exposed.length > 0 ? [`CORS_EXPOSE_HEADERS = ${pythonList(exposed)}`] : []),
  ];
  return `# Each once, and the middleware before all others, so that login, CSRF check and errors have the headers, too.
INSTALLED_APPS = list(dict.fromkeys([*INSTALLED_APPS, "corsheaders"]))
MIDDLEWARE = list(dict.fromkeys(["corsheaders.middleware.CorsMiddleware", *MIDDLEWARE]))
${lines.join('\n')}`;
}

/** Returns the steps for every stack that is built on Django. */
export const djangoSteps: Recipe['steps'] = (need) => [
  { type: 'run', command: 'pip install django-cors-headers' },
  { type: 'edit', file: 'settings.py', place: 'settings', language: 'python', code: settings(need) },
];
