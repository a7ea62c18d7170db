import { LOCAL_NETWORK_PERMISSIONS, type LocalNetwork } from '../explain/index.ts';
import { evaluate } from './evaluate.ts';
import { readLocalNetwork } from './read-local-network.ts';

/** How long the page is given to answer, in ms, one after the other. */
const PATIENCE_MS = [50, 200, 800];

/**
 * Asks the inspected page what it has of local network access: it reads permissions, and what is delegated to frames. It
 * changes nothing, and asks the user nothing. Null where the page can't be asked, or doesn't answer.
 */
export async function askLocalNetwork(): Promise<LocalNetwork | null> {
  for (const patience of PATIENCE_MS) {
    const name = `preflight-inspector-${crypto.randomUUID()}`;
    if ((await evaluate(asking(name))) !== true) return null;
    await new Promise((resolve) => setTimeout(resolve, patience));
    const answer = readLocalNetwork(await evaluate(answering(name)));
    if (answer !== null) return answer;
  }
  return null;
}

/**
 * DevTools doesn't wait for a promise. So the page listens to one event until it has answered, which leaves nothing in it,
 * and whose name nobody knows.
 */
function asking(name: string): string {
  return `(${ASK})(${JSON.stringify(name)}, ${JSON.stringify(LOCAL_NETWORK_PERMISSIONS)})`;
}

function answering(name: string): string {
  return `(() => { const answer = []; dispatchEvent(new CustomEvent(${JSON.stringify(name)}, { detail: answer })); return answer[0] ?? null; })()`;
}

/** Text, since what builds the extension may not change it. */
const ASK = `(name, permissions) => {
  const states = {};
  let left = permissions.length;
  for (const permission of permissions) {
    navigator.permissions.query({ name: permission }).then(({ state }) => { states[permission] = state; }, () => {}).finally(() => { left--; });
  }
  const allowedBy = (policy) => policy === undefined ? null : permissions.filter((permission) => policy.allowsFeature(permission));
  addEventListener(name, ({ detail }) => {
    if (left === 0) detail.push({
      pageOrigin: origin, isSecure: isSecureContext, states, allowed: allowedBy(document.featurePolicy),
      frames: [...document.querySelectorAll('iframe')].slice(0, 100).map((frame) => ({
        url: frame.hasAttribute('srcdoc') ? '' : frame.src, sandbox: frame.getAttribute('sandbox'), allow: frame.allow,
        delegated: allowedBy(frame.featurePolicy),
      })),
    });
  }, { once: true });
  return true;
}`;
