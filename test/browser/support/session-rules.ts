import type { ExtensionContext } from '../harness/extension-page.ts';

/** The rules that are in force right now. */
export function sessionRules(context: ExtensionContext): Promise<chrome.declarativeNetRequest.Rule[]> {
  return context.evaluate(() => chrome.declarativeNetRequest.getSessionRules());
}

/** Waits until no rule is in force. */
export async function noSessionRules(context: ExtensionContext): Promise<void> {
  await context.waitForFunction(
    async () => (await chrome.declarativeNetRequest.getSessionRules()).length === 0,
    { polling: 20, timeout: 5_000 },
  );
}
