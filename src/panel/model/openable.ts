/** What can be opened: a file, or text that was pasted. */
export type Openable = File | string;

/** What is to be opened, or what the user is being asked for; null where they don't want to. */
export type Asked = Openable | Promise<Openable | null>;

/** What a paste brings. Null where it is neither a file nor text. */
export function openableIn(data: DataTransfer | null): Openable | null {
  return data?.files[0] ?? (data?.getData('text/plain') || null);
}

/** True for text that is likely to hold a report or a HAR. */
export function looksLikeReport(text: string): boolean {
  return /"preflight-inspector\/report"|"log"\s*:/.test(text);
}
