export { CUT } from './cut.ts';
export { redactHeaderList, redactText, redactValue, redactValues } from './redaction.ts';
export { isSecretHeader, isSecretParameter } from './secret-names.ts';
export { redactUrl, withoutFragmentAndUserinfo } from './url.ts';
