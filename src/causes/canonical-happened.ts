import { type Sentence, sentence } from '../texts/index.ts';
import type { CanonicalForm } from './redirect-target.ts';

/** Says why a redirect to another spelling of the URL stops the call. */
export function canonicalHappened(forms: readonly CanonicalForm[]): Sentence {
  return sentence('happenedCanonical', { differences: forms.map(formText) });
}

function formText(form: CanonicalForm): string {
  switch (form) {
    case 'slash':
      return '/';
    case 'https':
      return 'https://';
    case 'www':
      return 'www.';
  }
}
