export { type RequiredHeader, requiredHeaders } from './required-headers.ts';
