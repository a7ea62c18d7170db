import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

/** For browsers whose policy forbids extensions that may use the debugger. */
const NO_DEBUGGER = 'no-debugger';

export default defineConfig(({ mode }) => {
  const all = mode !== NO_DEBUGGER;
  const permissions = manifest.permissions.filter((permission) => all || permission !== 'debugger');
  return {
    plugins: [crx({ manifest: { ...manifest, permissions } })],
    worker: { format: 'es' },
    build: {
      target: `chrome${manifest.minimum_chrome_version}`,
      outDir: all ? 'dist/chrome' : `dist/chrome-${NO_DEBUGGER}`,
      emptyOutDir: true,
      // Every Chrome that it runs in preloads modules by itself.
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
