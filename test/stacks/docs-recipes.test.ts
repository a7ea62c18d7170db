import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type RecipeStep, variantsOf } from '../../src/stacks/recipe.ts';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import { RECIPES } from '../../src/stacks/recipes.ts';
import type { ServerNeed } from '../../src/stacks/server-need.ts';
import type { StackId } from '../../src/stacks/stack-id.ts';
import { BARE, NASTY } from './sample-needs.ts';

const PHP = '/usr/bin/php';
const RUBY = '/usr/bin/ruby';

const recipes = RECIPES.filter(([, { verifiedBy }]) => verifiedBy === 'docs');

/** Those that let preflights through to another server, or know origins alone. */
const WITHOUT_LISTS: readonly StackId[] = [
  ...(['oauth2-proxy', 'google-iap', 'pomerium', 'nginx-auth-request'] as const),
  ...(['ollama', 'lm-studio', 'keycloak', 'vercel-protection', 'jan'] as const),
  ...(['azure-app-service', 'comfyui', 'home-assistant', 'litellm', 'localai', 'n8n', 'open-webui'] as const),
];
/** S3 knows neither other methods nor a setting for credentials. */
const WITHOUT_METHODS: readonly StackId[] = ['s3'];

function stepsFor(stack: StackId, need: ServerNeed): readonly RecipeStep[] {
  const recipe = recipeFor(stack);
  if (recipe === null) throw new Error(`There is no recipe for ${stack}.`);
  return [...recipe.steps(need), ...variantsOf(recipe, need, []).flatMap(({ steps }) => steps)];
}

const textOf = (step: RecipeStep) => (step.type === 'run' ? step.command : step.code);

describe.each(recipes)('%s', (stack, recipe) => {
  test.each([
    ['nasty', NASTY],
    ['bare', BARE],
  ])('%s need: pasteable, and never for all origins', (_name, need) => {
    for (const step of stepsFor(stack, need)) {
      expect(textOf(step)).not.toMatch(/…|\.\.\.$|\b(?:your|TODO|YOUR)\b|<[a-z]+-[a-z]+>/m);
      expect(textOf(step)).not.toMatch(/origins?\W+\*(?:\W|$)/im);
    }
  });

  test('the variants begin with the steps', () => {
    const [first] = variantsOf(recipe, NASTY, []);
    if (first !== undefined) expect(first.steps).toEqual(recipe.steps(NASTY));
  });
});

test.each(recipes.map(([stack]) => stack).filter((stack) => !WITHOUT_LISTS.includes(stack)))(
  '%s: every origin, method and header is allowed',
  (stack) => {
    const { origins, methods, headers } = { ...NASTY, methods: ['PATCH'], headers: ['content-type', 'x-%s'] };
    // Symfony doubles percent signs.
    const all = JSON.stringify(stepsFor(stack, { ...NASTY, methods: ['PATCH'], headers })).replaceAll(
      '%%',
      '%',
    );
    const wanted = stack === 'llama-cpp' ? origins.slice(0, 1) : origins;
    for (const value of [...wanted, ...headers, ...(WITHOUT_METHODS.includes(stack) ? [] : methods)]) {
      expect(all).toContain(value);
    }
  },
);

describe('whatever the names are, the code is valid', () => {
  const codes = (language: string, need: ServerNeed) =>
    recipes
      .flatMap(([stack]) => stepsFor(stack, need))
      .filter((step) => step.type === 'edit' && step.language === language && step.place !== 'main-entry')
      .map(textOf);

  test.each([
    ['nasty', NASTY],
    ['bare', BARE],
  ])('JSON; %s need', (_name, need) => {
    for (const code of codes('json', need)) JSON.parse(code);
  });

  test.skipIf(!existsSync(RUBY))('YAML: what Traefik and SAM read is what was needed', () => {
    const read = execFileSync(
      RUBY,
      ['-rjson', '-ryaml', '-e', 'puts JSON.parse(STDIN.read).map { YAML.load(_1) }.to_json'],
      {
        input: JSON.stringify(codes('yaml', NASTY)),
        encoding: 'utf8',
      },
    );
    const { origins, methods, headers, exposed } = NASTY;
    const traefik = {
      accessControlAllowOriginList: origins,
      accessControlAllowMethods: methods,
      accessControlAllowHeaders: headers,
      accessControlExposeHeaders: exposed,
      accessControlAllowCredentials: true,
      addVaryHeader: true,
    };
    const sam = {
      AllowOrigins: origins,
      AllowMethods: methods,
      AllowHeaders: headers,
      ExposeHeaders: exposed,
      AllowCredentials: true,
    };
    const files: unknown = JSON.parse(read);
    expect(files).toContainEqual({ http: { middlewares: { cors: { headers: traefik } } } });
    expect(files).toContainEqual(expect.objectContaining({ kind: 'Middleware', spec: { headers: traefik } }));
    expect(files).toContainEqual({ Globals: { HttpApi: { CorsConfiguration: sam } } });
    expect(files).toContainEqual(
      expect.arrayContaining([
        // As Compose hands it over, a doubled dollar sign is one.
        `traefik.http.middlewares.cors.headers.accesscontrolallowheaders=${headers.join(',').replaceAll('$', '$$$$')}`,
      ]),
    );
  });

  test.skipIf(!existsSync(PHP))('PHP: Laravel reads what was needed', () => {
    const [code = ''] = codes('php', NASTY);
    const read = execFileSync(
      'php',
      ['-r', `echo json_encode(eval(substr(stream_get_contents(STDIN), 5)));`],
      {
        input: code,
        encoding: 'utf8',
      },
    );
    expect(JSON.parse(read)).toMatchObject({
      allowed_origins: NASTY.origins,
      allowed_methods: NASTY.methods,
      allowed_headers: NASTY.headers,
      exposed_headers: NASTY.exposed,
      supports_credentials: true,
    });
  });

  test('a shell hands over what was needed', () => {
    const words = (stack: StackId) => {
      const [step] = stepsFor(stack, NASTY);
      const printed = execFileSync('sh', ['-c', `printf '%s\\n' ${step === undefined ? '' : textOf(step)}`]);
      return printed.toString().trimEnd().split('\n');
    };
    const vllm = words('vllm');
    expect(vllm[0]).toBe('--allowed-origins');
    expect([vllm[1], vllm[3], vllm[5]].map((list) => JSON.parse(list ?? ''))).toEqual([
      NASTY.origins,
      NASTY.methods,
      NASTY.headers,
    ]);
    expect(words('llama-cpp').slice(2)).toEqual([
      '--cors-methods',
      NASTY.methods.join(', '),
      '--cors-headers',
      NASTY.headers.join(', '),
    ]);
  });
});

describe('what the URL tells is filled in', () => {
  const all = (stack: StackId, url: string) => JSON.stringify(stepsFor(stack, { ...BARE, url }));

  test.each([
    ['https://photos.s3.eu-west-1.amazonaws.com/a.png', "--bucket 'photos'"],
    ['https://my.photos.s3.amazonaws.com/a.png', "--bucket 'my.photos'"],
    ['https://s3.eu-west-1.amazonaws.com/photos/a.png', "--bucket 'photos'"],
    ['https://cdn.example.com/a.png', 'S3 › Buckets › Permissions › CORS'],
  ])('S3, %s', (url, expected) => expect(all('s3', url)).toContain(expected));

  test.each([
    '/%zz',
    '/a%03%0Atouch%20pwned%0A/k',
    '/%E2%80%AEphotos/a.png',
    "/it's/a.png",
    '/ab',
    '/Photos/a',
    '',
  ])('S3, a path that names no bucket: %s', (path) =>
    expect(all('s3', `https://s3.amazonaws.com${path}`)).toContain('S3 › Buckets › Permissions › CORS'),
  );

  test.each([
    ['https://abc123.execute-api.eu-west-1.amazonaws.com/items', '--region eu-west-1 --api-id abc123'],
    ['https://api.example.com/items', 'API Gateway › APIs › CORS'],
  ])('API Gateway, %s', (url, expected) => expect(all('aws-api-gateway', url)).toContain(expected));

  test('Supabase and Keycloak', () => {
    expect(all('supabase-functions', 'https://abc.supabase.co/functions/v1/send-mail')).toContain(
      'supabase/functions/send-mail/index.ts',
    );
    expect(all('keycloak', 'https://login.example.com/realms/shop/protocol/openid-connect/token')).toContain(
      'Keycloak › shop › Clients',
    );
  });
});
