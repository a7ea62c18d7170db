import type { Fingerprint } from '../fingerprint.ts';
import { HTML } from '../shared/python-marks.ts';

/** flask-cors adds nothing to what it doesn't allow: whether it is there can't be told then. */
export const fingerprints: readonly Fingerprint[] = [
  {
    certainty: 'sure',
    to: 'preflight',
    status: [200],
    headers: { server: /^Werkzeug\//, allow: /\bOPTIONS\b/, 'content-type': HTML, 'content-length': /^0$/ },
  },
  {
    certainty: 'likely',
    to: 'preflight',
    status: [200],
    headers: {
      server: /^(?:gunicorn|waitress)/,
      allow: /\bOPTIONS\b/,
      'content-type': HTML,
      'content-length': /^0$/,
    },
  },
  // Odoo and TensorBoard run on Werkzeug, too.
  {
    certainty: 'likely',
    headers: { server: /^Werkzeug\//, 'content-type': /^application\/json$|^text\/html; charset=utf-8$/ },
  },
];
