/** The commands that the extension's own pages send to the background worker. */
export type Command =
  | { readonly type: 'exportReport'; readonly tabId: number }
  | { readonly type: 'clearExchanges'; readonly tabId: number }
  | SetOverride;

export interface SetOverride {
  readonly type: 'setOverride';
  readonly tabId: number;
  readonly pageOrigin: string;
  readonly targetOrigin: string;
  readonly enabled: boolean;
  /** What the user consented to; without it none of these means is taken. */
  readonly allow?: readonly Consent[];
}

export const CONSENTS = ['origin-rewrite', 'answer-preflight', 'opaque-origin', 'service-worker'] as const;
export type Consent = (typeof CONSENTS)[number];

/** What a command is answered with, unless it asks for data. */
export type Answer = { readonly ok: true } | { readonly ok: false; readonly error: string };

/**
 * Reads a message that may be anything.
 * @returns the command, or `error`: one sentence naming the field that is wrong
 */
export function parseCommand(message: unknown): Command | { readonly error: string } {
  if (!isRecord(message)) return { error: 'The message is not an object.' };
  const { type, tabId } = message;
  if (type !== 'exportReport' && type !== 'clearExchanges' && type !== 'setOverride') {
    return { error: `Unknown message type: ${describe(type)}.` };
  }
  if (typeof tabId !== 'number' || !Number.isInteger(tabId) || tabId < 0) {
    return { error: `tabId is not a tab's id: ${describe(tabId)}.` };
  }
  return type === 'setOverride' ? parseSetOverride(message, tabId) : { type, tabId };
}

function parseSetOverride(
  message: Record<string, unknown>,
  tabId: number,
): SetOverride | { readonly error: string } {
  const { pageOrigin, targetOrigin, enabled, allow } = message;
  if (!isSerializedOrigin(pageOrigin))
    return { error: `pageOrigin is not an origin: ${describe(pageOrigin)}.` };
  if (!isSerializedOrigin(targetOrigin)) {
    return { error: `targetOrigin is not an origin: ${describe(targetOrigin)}.` };
  }
  if (typeof enabled !== 'boolean') return { error: `enabled is not a boolean: ${describe(enabled)}.` };
  const command: SetOverride = { type: 'setOverride', tabId, pageOrigin, targetOrigin, enabled };
  if (allow === undefined) return command;
  if (!Array.isArray(allow)) return { error: `allow is not a list: ${describe(allow)}.` };
  const unknown = allow.find((consent) => !isConsent(consent));
  if (unknown !== undefined || allow.includes(undefined)) {
    return { error: `allow holds an unknown means: ${describe(unknown)}.` };
  }
  return { ...command, allow: allow.filter(isConsent) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSerializedOrigin(value: unknown): value is string {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  const { origin, protocol } = new URL(value);
  return origin === value && (protocol === 'http:' || protocol === 'https:');
}

function isConsent(value: unknown): value is Consent {
  return CONSENTS.some((consent) => consent === value);
}

/** A short, safe way to name a value that is not what it should be. */
function describe(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
