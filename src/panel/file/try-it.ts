import { showGallery } from '../../browser/gallery-tab.ts';
import type { Example } from '../model/openable.ts';
import recorded from './example.json' with { type: 'json' };

/**
 * Shows the gallery of failing calls, if a tab has it. No request is made to find out.
 * @returns what to show else: a call of the `openai` client to Ollama as it was seen in Chrome
 */
export async function tryIt(): Promise<Example | null> {
  return (await showGallery()) ? null : { example: JSON.stringify(recorded) };
}
