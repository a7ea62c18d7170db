import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

export default defineConfig({
  plugins: [crx({ manifest })],
  build: {
    outDir: 'dist/chrome',
    emptyOutDir: true,
    // The panel is named only in a string (devtools.panels.create), so the bundler has to be told of it.
    rolldownOptions: { input: { panel: 'src/panel/index.html' } },
  },
});
