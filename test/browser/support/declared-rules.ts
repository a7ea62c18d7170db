import type { ExtensionContext } from '../harness/extension-page.ts';

/** The extension's rules that are in force right now, those that would outlive the browser included. */
export function declaredRules(context: ExtensionContext): Promise<chrome.declarativeNetRequest.Rule[]> {
  return context.evaluate(async () => [
    ...(await chrome.declarativeNetRequest.getSessionRules()),
    ...(await chrome.declarativeNetRequest.getDynamicRules()),
  ]);
}

/** Those that change headers. */
export async function headerRules(context: ExtensionContext): Promise<chrome.declarativeNetRequest.Rule[]> {
  return (await declaredRules(context)).filter(({ action }) => action.type === 'modifyHeaders');
}

/** Waits until no rule is in force. */
export async function noDeclaredRules(context: ExtensionContext): Promise<void> {
  await context.waitForFunction(
    async () => {
      const { declarativeNetRequest } = chrome;
      const session = await declarativeNetRequest.getSessionRules();
      return session.length + (await declarativeNetRequest.getDynamicRules()).length === 0;
    },
    // No longer: what is left in force is somebody's to use.
    { polling: 20, timeout: 5_000 },
  );
}
