import { getHeader, type HeaderList } from '../cors/index.ts';
import { record, text } from './read-entry.ts';

/** What recorded a file. */
export interface Recorder {
  /** Such as `Chrome 156` or `mitmproxy 12.1`; '' where nothing tells. */
  readonly name: string;
  /** How it came to see the requests. */
  readonly kind: 'browser' | 'other';
}

/** What DevTools of Chromium browsers call themselves in a HAR. */
const DEVTOOLS = 'WebInspector';
const BROWSERS: readonly string[] = [DEVTOOLS, 'Firefox', 'WebKit Web Inspector'];
/** Longer names are cut. */
const MAX_NAME_CHARS = 60;

/** Of several that match a `User-Agent`, the first is meant: each claims to be the ones below it. */
const USER_AGENTS: readonly (readonly [name: string, version: RegExp])[] = [
  ['Edge', /\bEdg\/(\d+)/],
  ['Opera', /\bOPR\/(\d+)/],
  ['Firefox', /\bFirefox\/(\d+)/],
  ['Chrome', /\bChrome\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)\S* (?:Mobile\/\S+ )?Safari\//],
];

/**
 * Names what recorded a HAR file.
 * @param log the file's `log`
 * @param userAgent of any of its requests: DevTools names its own version alone
 */
export function recorderOf(log: Readonly<Record<string, unknown>>, userAgent: string | null): Recorder {
  const [creator, program] = [record(log.creator), record(log.browser)];
  const name = text(creator.name);
  const kind = BROWSERS.includes(name) ? 'browser' : 'other';
  const sender = userAgent === null ? '' : browserName(userAgent);
  if (name === DEVTOOLS || name === '') return { name: sender, kind };
  const { name: named, version } = kind === 'browser' && text(program.name) !== '' ? program : creator;
  return { name: `${text(named)} ${text(version)}`.trim().slice(0, MAX_NAME_CHARS), kind };
}

/** Whether DevTools of a Chromium browser recorded a HAR file: they say of each request how it ended. */
export function isOfDevTools({ creator }: Readonly<Record<string, unknown>>): boolean {
  return text(record(creator).name) === DEVTOOLS;
}

/** The name and major version of a browser; '' for one that isn't known. */
export function browserName(userAgent: string): string {
  for (const [name, version] of USER_AGENTS) {
    const found = version.exec(userAgent);
    if (found !== null) return `${name} ${found[1]}`;
  }
  return '';
}

export function userAgentOf(headers: HeaderList): string | null {
  return getHeader(headers, 'User-Agent');
}
