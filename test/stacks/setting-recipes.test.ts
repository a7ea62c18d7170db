import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/cors/failure.ts';
import { variantsOf } from '../../src/stacks/recipe.ts';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import type { ServerNeed } from '../../src/stacks/server-need.ts';
import type { StackId } from '../../src/stacks/stack-id.ts';
import { BARE, NASTY, PAGE } from './sample-needs.ts';

const MISSING: Failure = {
  error: 'PreflightMissingAllowOriginHeader',
  parameter: null,
  stage: 'preflight',
  hop: 0,
  when: 'always',
};

const MISSING_ON_CALL: Failure = {
  error: 'MissingAllowOriginHeader',
  parameter: null,
  stage: 'response',
  hop: 0,
  when: 'always',
};

const HEADER_DISALLOWED: Failure = {
  error: 'HeaderDisallowedByPreflightResponse',
  parameter: 'x-a',
  stage: 'preflight',
  hop: 0,
  when: 'always',
};

/** What is shown of a recipe, all variants in one text. */
function shown(stack: StackId, need: ServerNeed, failures: readonly Failure[]): string {
  const recipe = recipeFor(stack);
  if (recipe === null) throw new Error(`There is no recipe for ${stack}.`);
  return JSON.stringify(variantsOf(recipe, need, failures).flatMap(({ steps }) => steps));
}

describe('IIS', () => {
  const put: ServerNeed = { ...BARE, methods: ['PUT'] };

  test('where only the call fails, WebDAV is all that is taken out', () => {
    const text = shown('iis', put, [MISSING_ON_CALL]);
    expect(text).toContain('WebDAVModule');
    expect(text).not.toContain('<cors');
  });

  test('where the preflight fails, both are said; without PUT and DELETE, CORS alone', () => {
    expect(shown('iis', put, [MISSING])).toMatch(/<cors.*WebDAVModule/);
    expect(shown('iis', BARE, [MISSING])).not.toContain('WebDAV');
  });
});

test('Jan: a host that is not this machine has to be trusted, too', () => {
  expect(shown('jan', { ...BARE, url: 'http://localhost:1337/v1/models' }, [MISSING])).not.toContain(
    'Trusted',
  );
  expect(shown('jan', { ...BARE, url: 'http://192.168.1.5:1337/v1/models' }, [MISSING])).toContain(
    'Trusted Hosts: 192.168.1.5',
  );
});

describe('n8n', () => {
  const need: ServerNeed = { ...BARE, url: 'http://192.168.40.1:8081/webhook/1/chat' };
  const mismatch = (parameter: string): readonly Failure[] => [
    { error: 'PreflightAllowOriginMismatch', parameter, stage: 'preflight', hop: 0, when: 'always' },
  ];

  test('no setting of its own helps where a proxy rewrote the Origin', () =>
    expect(shown('n8n', need, mismatch('http://192.168.40.1'))).toBe('[]'));

  test('else the node that answers gets the origin', () => {
    const text = shown('n8n', need, mismatch('https://other.example'));
    expect(text).toContain('Chat Trigger › Options › Allowed Origins (CORS)');
    expect(text).toContain(BARE.origins[0]);
  });
});

test('ComfyUI has a setting for the origin, and none for headers', () => {
  expect(shown('comfyui', NASTY, [MISSING])).toContain(`--enable-cors-header '${PAGE}'`);
  expect(shown('comfyui', NASTY, [HEADER_DISALLOWED])).toBe('[]');
});

test('Lambda knows no OPTIONS', () => {
  const text = shown('lambda-url', { ...BARE, methods: ['GET', 'OPTIONS'] }, []);
  expect(text).toContain('Allow methods: GET"');
});

test.each<[StackId, string]>([
  ['open-webui', `CORS_ALLOW_ORIGIN='${NASTY.origins.join(';')}' open-webui serve`],
  ['localai', `LOCALAI_CORS='true' LOCALAI_CORS_ALLOW_ORIGINS='${NASTY.origins.join(',')}' local-ai run`],
  ['litellm', `-e LITELLM_CORS_ORIGINS='${NASTY.origins.join(',')}'`],
  ['vercel-protection', '/v1/data'],
  ['home-assistant', 'cors_allowed_origins:'],
])('%s: the exact setting', (stack, setting) => expect(shown(stack, NASTY, [])).toContain(setting));

test('vercel.json: one entry per origin, whose pattern takes no other', () => {
  const recipe = recipeFor('vercel');
  const variants = recipe === null ? [] : variantsOf(recipe, NASTY, []);
  const [step] = variants.find(({ label }) => label === 'vercel.json')?.steps ?? [];
  const { headers } = JSON.parse(step?.type === 'edit' ? step.code : '{}');
  const patterns = headers
    .slice(1)
    .map(({ has }: { has: [{ value: string }] }) => new RegExp(`^${has[0].value}$`));
  expect(NASTY.origins.map((origin, index) => patterns[index].test(origin))).toEqual([true, true]);
  expect(patterns[1].test('https://appxexample.com')).toBe(false);
});
