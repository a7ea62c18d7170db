import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recipeFor } from '../../src/stacks/recipe-for.ts';
import type { ServerNeed } from '../../src/stacks/server-need.ts';
import type { StackId } from '../../src/stacks/stack-id.ts';

const NASTY: ServerNeed = {
  origins: ['http://localhost:5174', "https://it's.a--b.example", 'https://a`b.example:8443'],
  methods: ['GET', "A!#$%&'+-.^_`|~1"],
  headers: ["x-!#$%&'+.^_`|~1", 'content-type'],
  credentials: true,
  exposed: ["X-'&`", 'X-Total'],
  url: 'http://127.0.0.1:8000/api/data',
};
const BARE: ServerNeed = {
  origins: ['https://app.example.com'],
  methods: ['GET'],
  headers: [],
  credentials: false,
  exposed: [],
  url: 'https://api.example.com/data',
};
const needs = { 'every character a token may have': NASTY, 'nothing but an origin': BARE };

function editsOf(stack: StackId, need: ServerNeed) {
  const steps = recipeFor(stack)?.steps(need) ?? [];
  return steps.flatMap((step) => (step.type === 'edit' ? step : []));
}

describe.each(Object.entries(needs))('%s', (_, need) => {
  test.skipIf(!existsSync('/usr/bin/gofmt')).each(['go', 'gin', 'echo', 'chi'] as const)(
    'gofmt takes what is pasted for %s',
    (stack) => {
      const [imported, setup] = editsOf(stack, need);
      const input = `package main\n\n${imported?.code}\n\nfunc main() {\n${setup?.code}\n}\n`;
      const { status, stdout, stderr } = spawnSync('/usr/bin/gofmt', { input, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(status).toBe(0);
      for (const value of [...need.origins, ...need.methods, ...need.headers, ...need.exposed]) {
        expect(stdout).toContain(JSON.stringify(value));
      }
    },
  );

  test.skipIf(!existsSync('/usr/bin/python3'))('an XML parser reads what is pasted for Tomcat', () => {
    const input = `<web-app>\n${editsOf('tomcat', need)[0]?.code}\n</web-app>`;
    const program =
      'import sys, xml.etree.ElementTree as x\nfor e in x.parse(sys.stdin).iter("param-value"): print(e.text)';
    const { stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', program], { input, encoding: 'utf8' });
    expect(stderr).toBe('');
    const values = stdout.trim().split('\n');
    expect(values).toContain(need.origins.join(','));
    expect(values.at(-1)).toBe(String(need.credentials));
    expect(values[2]).toBe(need.headers.join(',') || 'Origin');
  });
});

test('without a header to allow, no library falls back on a list of its own or on whatever is asked', () => {
  const codes = (['go', 'chi', 'echo', 'tomcat'] as const).map((stack) => editsOf(stack, BARE).at(-1)?.code);
  expect(codes[0]).toContain('AllowedHeaders: []string{"Origin"}');
  expect(codes[1]).toContain('AllowedHeaders: []string{"Origin"}');
  expect(codes[2]).toContain('AllowHeaders: []string{"Accept"}');
  expect(codes[3]).toContain('<param-value>Origin</param-value>');
});

test('what listened on this machine alone still does', () => {
  expect(editsOf('go', NASTY)[1]?.code).toContain('http.ListenAndServe("127.0.0.1:8000", ');
  expect(editsOf('go', BARE)[1]?.code).toContain('http.ListenAndServe(":8080", ');
});
