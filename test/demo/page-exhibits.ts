import type { Exhibit, ExhibitOrigins, Room } from './exhibit.ts';
import { makeCall } from './make-call.ts';
import { element, saying } from './page-element.ts';

/** A room of the gallery: its exhibits, each with the button that makes its call. */
export function roomOf({ title, exhibits }: Room, origins: ExhibitOrigins): HTMLElement {
  const room = saying('section', '', 'room');
  const wall = saying('div', '', 'wall');
  wall.append(...exhibits.map((exhibit) => cardOf(exhibit, origins[exhibit.id])));
  room.append(saying('h2', title), wall);
  return room;
}

/** @param origin of the server that the exhibit calls; undefined where the page was served without them */
function cardOf(exhibit: Exhibit, origin: string | undefined): HTMLElement {
  const { id, title, notice, call, before } = exhibit;
  const card = saying('article', '', 'exhibit');
  card.id = id;
  const server = origin ?? `http://${call.host ?? '127.0.0.1'}`;
  const url = `${server}${call.path}`;
  const button = saying('button', 'Call');
  button.type = 'button';
  button.setAttribute('aria-label', `Call: ${title}`);
  button.disabled = origin === undefined;
  const result = saying('output', '', 'result');
  let count = 0;
  button.addEventListener('click', async () => {
    result.textContent = '…';
    if (before !== undefined) await makeCall(before, `${server}${before.path}`);
    const { passed, text } = await makeCall(call, url);
    count += 1;
    result.dataset.state = passed ? 'answered' : 'failed';
    result.textContent = count === 1 ? text : `${text} (${count} times)`;
    tell(`${call.method} ${url}: ${text}`);
  });
  const calls = saying('p', '', 'calls');
  calls.append(button, result);
  card.append(
    saying('h3', title),
    saying('code', describe(exhibit, url)),
    saying('p', notice, 'notice'),
    calls,
  );
  return card;
}

/** Method, URL and what else makes the call what it is. */
function describe({ call }: Exhibit, url: string): string {
  const { headers = {}, credentials, from, by } = call;
  const also = [
    ...Object.keys(headers),
    ...(credentials === undefined ? [] : ['credentials']),
    ...(from === undefined ? [] : [`from a ${from}`]),
    ...(by === undefined ? [] : [by]),
  ];
  return `${call.method} ${url}${also.length === 0 ? '' : ` · ${also.join(', ')}`}`;
}

/** Says of the last call where it went; why it failed is not for the page to know. */
function tell(what: string): void {
  const last = element('last-call');
  last.hidden = false;
  last.textContent = `${what}. DevTools → CORS says why.`;
}
