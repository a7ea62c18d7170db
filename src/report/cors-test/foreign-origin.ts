/**
 * The origin that must stay out. Nobody has this host.
 * @see https://www.rfc-editor.org/rfc/rfc2606#section-2
 */
export const FOREIGN_ORIGIN = 'https://foreign-origin.example';
