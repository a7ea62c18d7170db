/** A request either includes credentials or it does not; `same-origin` across origins does not. */
export type CredentialsMode = 'include' | 'omit';
