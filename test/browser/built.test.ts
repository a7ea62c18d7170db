import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** By path. */
function built(build: string, name: RegExp): ReadonlyMap<string, string> {
  const entries = readdirSync(join(DIST, build), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

describe.each(['chrome', 'chrome-no-debugger'])('dist/%s', (build) => {
  const code = [...built(build, /\.js$/).values()].join('\n');
  // What writes tests holds code as text, that imports and fetches where it is run.
  const ownCode = [...built(build, /^(?!copied-test-).*\.js$/).values()].join('\n');
  const pages = [...built(build, /\.html$/).values()];

  test('makes no code out of text', () => {
    expect(code).toMatch(/\.eval\(/);
    // Of DevTools' own `inspectedWindow.eval` there are five: four with constant expressions, and one whose two expressions
    // hold a random name beside.
    const evals = code.match(
      /\beval\((?!`location\.protocol`|`\(\{ url: location\.href|`Array\.from\(document\.querySelectorAll)[^)]*/g,
    );
    expect(evals?.map((call) => call.replaceAll(/\b\w\b/g, '_'))).toEqual(['eval(_,(...[_]']);
    expect(code).not.toMatch(/\bFunction\(|\bimportScripts\(|\bset(?:Timeout|Interval)\(["'`]/);
  });

  test('loads scripts and styles from its own folder only', () => {
    expect(pages).toHaveLength(5);
    for (const page of pages) {
      expect(page).not.toMatch(
        /<script(?![^>]* src="\/assets\/)|<style|\son\w+=|\ssrc="(?!\/)|\shref="(?!\/)/,
      );
    }
    expect(ownCode).not.toMatch(/\bimport\((?!["'`]\.)|\bfrom["'`](?!\.)/);
  });

  test('can send requests in one place, and reads its own texts in another', () => {
    // The texts of recipes are data, and speak of fetch, too.
    const calls = ownCode.match(/\bfetch\((?!url, \{|\.\.\.args|request\);|new Request\()[^)]{0,40}/g);
    expect(calls).toHaveLength(2);
    expect(calls?.map((call) => call.replaceAll(/\b[a-zA-Z]\b/g, '_'))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^fetch\(\w+(?:\.default)?\.runtime\.getURL/),
        expect.stringMatching(/^fetch\(_,\{_?method:`OPTIONS`,credentials:`omit`/),
      ]),
    );
    // Texts name what a page may call.
    expect(code).not.toMatch(
      /\bnew (?:XMLHttpRequest|WebSocket|EventSource|WebTransport)\b|(?<!`navigator)\.sendBeacon\(/,
    );
    // Files are read in a thread whose code is the extension's own.
    expect(code.match(/new Worker\b(?!\(new URL\(`\/assets\/read-worker-)/g)).toBeNull();
  });
});
