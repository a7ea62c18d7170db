export { OMITTED } from './omitted.ts';
export { redactHeaderList, redactText, redactValue, redactValues } from './redaction.ts';
export { redactUrl, withoutFragmentAndUserinfo } from './url.ts';
