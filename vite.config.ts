import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import { defineConfig, type Plugin } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { firefoxManifest, OLDEST_FIREFOX } from './scripts/firefox-manifest.ts';
import { writeFirefoxMessages } from './scripts/firefox-messages.ts';

/** For browsers whose policy forbids extensions that may use the debugger. */
const NO_DEBUGGER = 'no-debugger';
const FIREFOX = 'firefox';

export default defineConfig(({ mode }) => {
  const { browser, folder, target, content, unused } = buildOf(mode);
  return {
    plugins: [
      crx({ manifest: content, browser }),
      leaveOut(unused),
      ...(mode === FIREFOX ? [writeFirefoxMessages(`dist/${folder}`)] : []),
    ],
    worker: { format: 'es' },
    build: {
      target,
      outDir: `dist/${folder}`,
      emptyOutDir: true,
      // Every browser that it runs in preloads modules by itself.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // How long it took is no news to who runs the extension.
        checks: { bundlerTimings: false },
        // These are named only in strings (devtools.panels.create, tabs.create, a link), so the bundler has to be told of them.
        input: {
          panel: 'src/panel/index.html',
          agent: 'src/agent/index.html',
          copy: 'src/popup/copy.html',
        },
      },
    },
  };
});

function buildOf(mode: string) {
  if (mode === FIREFOX)
    return {
      browser: 'firefox',
      folder: 'firefox',
      target: `firefox${OLDEST_FIREFOX}`,
      content: firefoxManifest(manifest),
      unused: [manifest.storage.managed_schema],
    } as const;
  const all = mode !== NO_DEBUGGER;
  const permissions = manifest.permissions.filter((permission) => all || permission !== 'debugger');
  return {
    browser: 'chrome',
    folder: all ? 'chrome' : `chrome-${NO_DEBUGGER}`,
    target: `chrome${manifest.minimum_chrome_version}`,
    content: { ...manifest, permissions },
    unused: [],
  } as const;
}

/** Removes files of `public` that a build has no use for. */
function leaveOut(names: readonly string[]): Plugin {
  return {
    name: 'leave-out',
    async writeBundle({ dir = '' }) {
      for (const name of names) await rm(join(dir, name));
    },
  };
}
