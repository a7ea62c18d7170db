import { jsString, type PasteLocation, type RecipeStep } from '../stacks/index.ts';

/** Puts `code` among the options of `call`. */
export function callOptions(call: string, code: string): RecipeStep {
  return edit(call, 'call-options', code);
}

/** Puts `code` into `file`. */
export function edit(file: string, place: PasteLocation, code: string): RecipeStep {
  return { type: 'edit', file, place, language: 'javascript', code };
}

/** Says above an option that tracing headers go to the page's own origin only. */
export function ownOriginOnly(option: string): string {
  return `// Tracing headers go to the page's own origin only.\n${option}`;
}

/** The option `fetch`, with a function that takes `names` off each request. */
export function ownFetch(names: readonly string[]): string {
  return `fetch: (url, init) => {
  const headers = new Headers(init?.headers);
  for (const name of [${names.map(jsString).join(', ')}]) headers.delete(name);
  return fetch(url, { ...init, headers });
},`;
}

/** Puts `option` into the option `outer`. */
export function within(outer: string, option: string): string {
  return `${outer}: {\n${option.replaceAll(/^/gm, '  ')}\n},`;
}

/** Says above an option of OpenAI's client where LangChain takes it. */
export function inLangChain(option: string): string {
  return `// LangChain takes this within its option configuration.\n${option}`;
}
