import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { CHROME } from '../../src/cors/browser-profile.ts';
import { diagnose } from '../../src/cors/diagnose.ts';
import { variantsOf } from '../../src/stacks/recipe.ts';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import { serverNeed } from '../../src/stacks/server-need.ts';
import { FAILED, sampleExchange, samplePreflight } from '../cors/sample-exchange.ts';
import { ALLOWED_HEADERS, decideCors } from '../servers/ollama-cors.ts';

/** The variants for a page whose preflight Ollama v0.5.11 has answered. */
function variantsFor(origin: string, headerNames: string, allowed: readonly string[] = ALLOWED_HEADERS) {
  const decision = decideCors('OPTIONS', origin, '127.0.0.1:11434', allowed);
  const flat = decision.type === 'forbidden' ? [] : decision.headers;
  const headerList = flat.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, flat[index + 1] ?? '']] : [],
  );
  const answer = { status: decision.type === 'forbidden' ? 403 : 204, headerList };
  const asked = samplePreflight({ headerNames }, answer);
  const requestHeaders = asked.requestHeaders.map(
    ([name, value]) => [name, name === 'Origin' ? origin : value] as const,
  );
  const exchange = sampleExchange({ preflight: { ...asked, requestHeaders } }, { origin, outcome: FAILED });
  const diagnosis = diagnose(exchange, CHROME);
  const need = serverNeed(exchange, diagnosis);
  const recipe = recipeFor('ollama');
  if (need === null || recipe === null) throw new Error('There is nothing to show.');
  return variantsOf(recipe, need, diagnosis.failures);
}

describe('where a header is the cause', () => {
  const page = 'http://localhost:5174';

  test.each([
    ['content-type,x-stainless-timeout', 'v0.5.12'],
    ['openai-beta,x-stainless-timeout', 'v0.6.6'],
  ])('%s: the version that allows it', (names, version) => {
    const variants = variantsFor(page, names);
    expect(variants.map(({ label }) => label)).toEqual(['macOS, Windows', 'Linux', 'Docker']);
    for (const { aim } of variants) expect(aim?.values.version).toBe(version);
    expect(JSON.stringify(variants)).not.toContain('OLLAMA_ORIGINS');
  });

  test('a header that no version allows: nothing to change in Ollama', () => {
    expect(variantsFor(page, 'x-request-id,x-stainless-timeout')).toEqual([]);
  });

  test.each(ALLOWED_HEADERS.filter((name) => name.startsWith('X-Stainless')))(
    'an Ollama that is too old for %s',
    (name) => {
      const older = ALLOWED_HEADERS.filter((allowed) => allowed !== name);
      expect(variantsFor(page, name.toLowerCase(), older)).not.toEqual([]);
    },
  );
});

describe('where the origin is the cause', () => {
  const variants = variantsFor('https://app.example', 'content-type');
  const commandOf = (label: string) => {
    const [step] = variants.find((variant) => variant.label === label)?.steps ?? [];
    return step?.type === 'run' ? step.command : '';
  };

  test('it is set for each system, exactly', () => {
    expect(variants.map(({ label }) => label)).toEqual([
      'macOS',
      'Linux (systemd)',
      'Windows (PowerShell)',
      'Docker',
      'ollama serve',
    ]);
    for (const { steps } of variants) expect(JSON.stringify(steps)).toContain('https://app.example');
    expect(JSON.stringify(variants)).not.toMatch(/=\*|'\*'/);
  });

  test.each([
    ['', 'https://app.example'],
    ['app://obsidian.md', 'app://obsidian.md,https://app.example'],
  ])('macOS: what is set already (%j) stays', (before, after) => {
    const launchctl = `launchctl() { case $1 in getenv) echo '${before}';; *) echo "$3";; esac; }`;
    expect(execFileSync('sh', ['-c', `${launchctl}\n${commandOf('macOS')}`], { encoding: 'utf8' })).toBe(
      `${after}\n`,
    );
  });

  test('ollama serve: the variable reaches the program', () => {
    const ollama = 'ollama() { echo "$1 $OLLAMA_ORIGINS"; }';
    const printed = execFileSync('sh', ['-c', `${ollama}\n${commandOf('ollama serve')}`], {
      encoding: 'utf8',
    });
    expect(printed).toBe('serve https://app.example\n');
  });
});

test('Linux (systemd): an origin with a quotation mark in it does not end the variable', () => {
  const linux = variantsFor('http://a"b.test', 'content-type').find(
    ({ label }) => label === 'Linux (systemd)',
  );
  const [, edit] = linux?.steps ?? [];
  expect(edit).toMatchObject({ code: '[Service]\nEnvironment="OLLAMA_ORIGINS=http://a\\"b.test"' });
});
