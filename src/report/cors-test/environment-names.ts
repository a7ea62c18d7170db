/** What every variable of a test begins with. */
const PREFIX = 'CORS_TEST_';

/** Sends a call that may change something as well. */
export const SEND_VARIABLE = `${PREFIX}SEND`;
/** The body of such a call. */
export const BODY_VARIABLE = `${PREFIX}BODY`;

const MAX_NAME_CHARS = 40;

/** Names the environment variables of one test, each once. */
export class EnvironmentNames {
  readonly #taken = new Set([SEND_VARIABLE, BODY_VARIABLE]);

  /** @param name of a header or parameter, with any characters: only letters and digits of it are kept */
  nameFor(name: string): string {
    const words = name.toUpperCase().match(/[A-Z0-9]+/g) ?? ['VALUE'];
    const base = `${PREFIX}${words.join('_').slice(0, MAX_NAME_CHARS)}`;
    let free = base;
    for (let number = 2; this.#taken.has(free); number++) free = `${base}_${number}`;
    this.#taken.add(free);
    return free;
  }
}
