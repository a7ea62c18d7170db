import { jsString, jsStrings } from '../quote/javascript.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { originLines } from '../shared/origin-lines.ts';

export const recipe: Recipe = {
  verifiedBy: 'docs',
  docs: 'https://firebase.google.com/docs/functions/http-events#configuring_cors_cross-origin_resource_sharing',
  restart: { type: 'command', command: 'firebase deploy --only functions' },
  notes: ['noteFunctionInvoker'],
  steps: (need) => [
    { type: 'run', command: 'npm --prefix functions install cors' },
    {
      type: 'edit',
      file: 'functions/index.js',
      place: 'below-imports',
      language: 'javascript',
      code: firebaseCode(need),
    },
    {
      type: 'edit',
      file: 'functions/index.js',
      place: 'in-place-of-on-request',
      language: 'javascript',
      code: 'onRequestWithCors',
    },
  ],
};

/** The option `cors` of `onRequest` takes origins only. The package that it uses takes the other settings. */
function firebaseCode({ origins, methods, headers, credentials, exposed }: ServerNeed): string {
  const origin = originLines(origins, { quote: jsString, comment: '//', indent: '    ' });
  return `const cors = require('cors')({
  origin: [
${origin}
  ],
  methods: ${jsStrings(methods)},
  allowedHeaders: ${jsStrings(headers)},
  exposedHeaders: ${jsStrings(exposed)},
  credentials: ${credentials},
});

/** Like onRequest, with CORS. */
const onRequestWithCors = (...args) => {
  const handler = args.pop();
  return onRequest(...args, (request, response) =>
    cors(request, response, () => handler(request, response)),
  );
};`;
}
