import { defineConfig } from 'vite';

/** The command of the package in one file: it needs nothing but Node and a browser. */
export default defineConfig({
  ssr: { noExternal: true },
  publicDir: false,
  build: {
    ssr: 'test/demo/cli.ts',
    outDir: 'dist/cli',
    target: 'node20',
    emptyOutDir: true,
    rolldownOptions: { output: { entryFileNames: 'preflight-inspector.js' } },
  },
});
