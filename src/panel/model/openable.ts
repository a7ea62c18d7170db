/** The report of a call that the panel brings along. It is shown as a file is, and marked as an example. */
export interface Example {
  readonly example: string;
}

/** What can be opened: a file, text that was pasted, or the example. */
export type Openable = File | string | Example;

/** What is to be opened, or what the user is being asked for; null where they don't want to. */
export type Asked = Openable | Promise<Openable | null>;

/** What a paste brings. Null where it is neither a file nor text. */
export function openableIn(data: DataTransfer | null): File | string | null {
  return data?.files[0] ?? (data?.getData('text/plain') || null);
}

/** True for text that is likely to hold a report or a HAR. */
export function looksLikeReport(text: string): boolean {
  return /"preflight-inspector\/report"|"log"\s*:/.test(text);
}
