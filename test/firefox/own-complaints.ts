import type { FirefoxExtension } from './extension.ts';
import type { Marionette } from './marionette.ts';

/**
 * What Firefox's console has of the extension so far: errors that nobody caught, and warnings of its manifest and of what
 * it calls. What the extension itself writes to the console stays in its own process.
 */
export async function complaintsOf(
  marionette: Marionette,
  { id, urlOf }: FirefoxExtension,
): Promise<readonly string[]> {
  return await marionette.callBrowser(readConsole, id, urlOf(''));
}

/** Runs in Firefox itself. */
async function readConsole(id: string, ownUrl: string): Promise<readonly string[]> {
  return (
    Services.console
      .getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError)
      .map((message) => `${message.errorMessage} (${message.sourceName}:${message.lineNumber})`)
      // What is said of the manifest, or of a call of the API, names the extension by its id.
      .filter((line) => line.includes(ownUrl) || line.includes(id))
  );
}

// What is used of Firefox's own.
interface ScriptError {
  readonly errorMessage: string;
  readonly sourceName: string;
  readonly lineNumber: number;
}
declare const Services: { readonly console: { getMessageArray(): readonly unknown[] } };
declare const Ci: { readonly nsIScriptError: abstract new () => ScriptError };
