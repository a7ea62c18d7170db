import { chat } from './clients.ts';
import type { ClientVersion, Demo } from './demo-api.ts';
import type { ExhibitOrigins } from './exhibit.ts';
import { GALLERY } from './gallery.ts';
import { element } from './page-element.ts';
import { roomOf } from './page-exhibits.ts';

const query = new URLSearchParams(location.search);
const api = query.get('api') ?? 'http://127.0.0.1:11434';
const answer = element('answer');

const demo: Demo = {
  async ask(version, maxRetries) {
    show('waiting', '…');
    let text = '';
    try {
      for await (const piece of chat(api, version, maxRetries)) {
        text += piece;
        show('streaming', text);
      }
      show('answered', text);
      return text;
    } catch (error) {
      show('failed', String(error));
      throw error;
    }
  },
};
window.demo = demo;

element('api').textContent = `${api}/v1/chat/completions`;
offer('ask-4', '4');
offer('ask-6', '6');

const origins: ExhibitOrigins = JSON.parse(element('origins').textContent ?? '{}');
element('gallery').append(...GALLERY.map((room) => roomOf(room, origins)));

if (query.has('auto')) ask('4');

function offer(id: string, version: ClientVersion): void {
  element(id).addEventListener('click', () => ask(version));
}

/** Asks for the page's own sake: the error is on the page, and in the console as an app would log it. */
function ask(version: ClientVersion): void {
  demo.ask(version).catch((error: unknown) => console.error(error));
}

function show(state: 'waiting' | 'streaming' | 'answered' | 'failed', text: string): void {
  answer.dataset.state = state;
  answer.textContent = text;
}
