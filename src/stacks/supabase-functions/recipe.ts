import { jsString, jsStrings } from '../quote/javascript.ts';
import type { Recipe } from '../recipe.ts';
import type { ServerNeed } from '../server-need.ts';
import { fetchHandlerCors } from '../shared/fetch-handler-cors.ts';
import { originLines } from '../shared/origin-lines.ts';

export const cloudflareWorkers: Recipe = {
  stack: 'cloudflare-workers',
  proof: 'documentation',
  docs: 'https://developers.cloudflare.com/workers/examples/cors-header-proxy/',
  restart: 'npx wrangler deploy',
  steps: (need) => [
    {
      type: 'edit',
      file: 'src/with-cors.js',
      place: 'new-file',
      language: 'javascript',
      code: `import worker from './index';
export * from './index';

${fetchHandlerCors(need)}

export default { ...worker, fetch: withCors((...args) => worker.fetch(...args)) };`,
    },
    {
      type: 'edit',
      file: 'wrangler.jsonc',
      place: 'main-entry',
      language: 'json',
      code: '"main": "src/with-cors.js",',
    },
  ],
};

export const supabaseFunctions: Recipe = {
  stack: 'supabase-functions',
  proof: 'documentation',
  docs: 'https://supabase.com/docs/guides/functions/cors',
  restart: 'supabase functions deploy',
  steps: (need) => {
    const [, name = 'hello-world'] = /^\/functions\/v1\/([\w-]+)/.exec(new URL(need.url).pathname) ?? [];
    const index = `supabase/functions/${name}/index.ts`;
    return [
      {
        type: 'edit',
        file: 'supabase/functions/_shared/cors.js',
        place: 'new-file',
        language: 'javascript',
        code: `${fetchHandlerCors(need)}

/** Like Deno.serve, with CORS. */
export function serveWithCors(...args) {
  return Deno.serve(...args.map((arg) => (typeof arg === 'function' ? withCors(arg) : arg)));
}`,
      },
      {
        type: 'edit',
        file: index,
        place: 'top',
        language: 'typescript',
        code: "import { serveWithCors } from '../_shared/cors.js';",
      },
      {
        type: 'edit',
        file: index,
        place: 'in-place-of-serve',
        language: 'typescript',
        code: 'serveWithCors',
      },
    ];
  },
};

export const firebaseFunctions: Recipe = {
  stack: 'firebase-functions',
  proof: 'documentation',
  docs: 'https://firebase.google.com/docs/functions/http-events#configuring_cors_cross-origin_resource_sharing',
  restart: 'firebase deploy --only functions',
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

/** The option `cors` of `onRequest` knows origins only: the package that it uses knows the rest. */
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
