import type { Frame, Page } from 'puppeteer-core';

/** The HAR of the inspected tab, as extensions get it of DevTools. */
export async function recordedHar(panel: Frame): Promise<string> {
  return await panel.evaluate(
    () =>
      new Promise<string>((resolve) => {
        chrome.devtools.network.getHAR((log) => resolve(JSON.stringify({ log })));
      }),
  );
}

/** The part of DevTools' own, private modules that its button for exporting uses. */
interface ExportModules {
  readonly har: {
    readonly Log: { readonly Log: { build(requests: unknown, options: object): Promise<unknown> } };
  };
  readonly logs: { readonly NetworkLog: { readonly NetworkLog: { instance(): { requests(): unknown } } } };
}

/** The HAR that DevTools' own button saves. @param sanitize whether sensitive data is left out, as by default */
export async function exportedHar(devtools: Page, sanitize: boolean): Promise<string> {
  // Written as text, since test runners rewrite an `import` that they find in code.
  const modules = await devtools.evaluateHandle(`Promise.all([
    import('devtools://devtools/bundled/models/har/har.js'),
    import('devtools://devtools/bundled/models/logs/logs.js'),
  ]).then(([har, logs]) => ({ har, logs }))`);
  return await devtools.evaluate(
    async (of, isSanitized) => {
      const { har, logs } = of as ExportModules;
      const requests = logs.NetworkLog.NetworkLog.instance().requests();
      return JSON.stringify({ log: await har.Log.Log.build(requests, { sanitize: isSanitized }) });
    },
    modules,
    sanitize,
  );
}
