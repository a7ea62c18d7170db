export { curlPreflight, curlRequest, SHELLS, type Shell } from './curl.ts';
export { redactHeaderList, redactUrl, withoutFragmentAndUserinfo } from './redaction.ts';
export { type Report, type ReportedExchange, type ReportedFailure, toReport } from './report.ts';
