import type { OracleCase } from './oracle-case.ts';

/** A case, and where it is sent. */
export interface Request {
  readonly url: string;
  readonly oracleCase: OracleCase;
}

/** What `sendAll` takes of a request. */
export function sentOf({ url, oracleCase: { api, method, headers, credentials } }: Request) {
  return { url, api, method, headers, credentials };
}

/**
 * Runs in the page; without named functions, since tsx would wrap them in a helper that the page does not have.
 * @returns for each request whether it passed, and null when it did not end at all
 */
export function sendAll(
  requests: {
    url: string;
    api: string;
    method: string;
    headers: Record<string, string>;
    credentials: RequestCredentials;
  }[],
): Promise<(boolean | null)[]> {
  return Promise.all(
    requests.map(({ url, api, method, headers, credentials }) => {
      const settled =
        // Service workers have no XMLHttpRequest.
        api === 'fetch' || typeof XMLHttpRequest === 'undefined'
          ? fetch(url, { method, headers, credentials, cache: 'no-store' }).then(
              (response) => response.text().then(() => true),
              () => false,
            )
          : new Promise<boolean>((resolve) => {
              const xhr = new XMLHttpRequest();
              xhr.open(method, url);
              xhr.withCredentials = credentials === 'include';
              for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value);
              xhr.onload = () => resolve(true);
              xhr.onerror = () => resolve(false);
              xhr.send();
            });
      return Promise.race([settled, new Promise<null>((resolve) => setTimeout(resolve, 20_000, null))]);
    }),
  );
}

/** What `sendAll` answered. @throws if a request did not end */
export function whetherPassed(
  requests: readonly Request[],
  answers: readonly (boolean | null)[],
): readonly boolean[] {
  const hung = requests.filter((_request, index) => typeof answers[index] !== 'boolean');
  if (hung.length > 0) throw new Error(`Requests that did not end: ${JSON.stringify(hung)}`);
  return answers.map((answer) => answer === true);
}
