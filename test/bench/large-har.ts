import { closeSync, openSync, writeSync } from 'node:fs';
import { sampleEntry, sampleHar } from '../file/sample-har.ts';

const ENTRY_INTERVAL_MS = 13;
/** One of so many entries is a call that CORS blocked. */
const BLOCKED_EVERY = 10;

/**
 * Writes a HAR file of about `megabytes`, as a page of one origin makes it that calls seven servers.
 * @param bodyChars the characters of each response's body
 * @returns how many entries it has
 */
export function writeLargeHar(path: string, megabytes: number, bodyChars: number): number {
  const [head = '', tail = ''] = JSON.stringify(sampleHar([])).split('"entries":[');
  const body = JSON.stringify({ text: '"Lorem ipsum" dolor sit amet, '.repeat(bodyChars / 30) });
  const file = openSync(path, 'w');
  let written = writeSync(file, `${head}"entries":[`);
  let count = 0;
  for (; written < megabytes * 1e6; count++) {
    const isCall = count % BLOCKED_EVERY === 0;
    const entry = sampleEntry({
      url: `http://127.0.0.1:${8000 + (count % 7)}/orders/${count}`,
      at: count * ENTRY_INTERVAL_MS,
      error: isCall ? 'net::ERR_FAILED' : null,
      request: { Accept: '*/*', 'User-Agent': 'Mozilla/5.0 Chrome/156.0.0.0 Safari/537.36' },
      response: { Server: 'nginx/1.22.1', 'Content-Type': 'application/json' },
      own: { _resourceType: isCall ? 'fetch' : 'image', body },
    });
    const json = JSON.stringify(entry).replace('"Origin"', isCall ? '"Origin"' : '"X-None"');
    written += writeSync(file, count === 0 ? json : `,${json}`);
  }
  writeSync(file, tail);
  closeSync(file);
  return count;
}
