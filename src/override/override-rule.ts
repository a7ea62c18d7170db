import type { Owner } from '../cors/index.ts';

/** Header changes, and the requests and answers that they are for. */
export interface OverrideRule {
  /** If two rules set the same header, the one with the higher priority wins. */
  readonly priority: number;
  readonly scope: RuleScope;
  readonly set: readonly HeaderChange[];
}

export interface RuleScope {
  /** The tab, or the service workers, that the calls belong to. */
  readonly owner: Owner;
  /** The page's host: rules can't see its port. For opaque origins: every host but the page's. */
  readonly initiator: { readonly domain: string } | { readonly notDomain: string };
  /**
   * `origin`: all URLs of an origin, or those with this fragment. `url`: one URL, with this fragment, with any, or with
   * none. `call`: one URL with any query.
   */
  readonly target:
    | { readonly origin: string; readonly fragment?: string }
    | { readonly url: string; readonly fragment?: string; readonly anyFragment?: true }
    | { readonly call: string };
  /** The methods that the rule is for; null for all. A preflight's method is `OPTIONS`. */
  readonly methods: readonly string[] | null;
  /** The rule isn't for answers that have one of these headers. */
  readonly unless: readonly HeaderPattern[];
  /** The rule is only for answers that have this header. */
  readonly onlyWith?: HeaderPattern;
  /** The rule is only for answers whose `Location` has this value. */
  readonly location?: string;
}

/** A header with any value (null), or with a value that matches one of the patterns. */
export interface HeaderPattern {
  readonly header: string;
  readonly values: readonly string[] | null;
}

/** Replaces all headers of this name. */
export interface HeaderChange {
  readonly of: 'request' | 'response';
  readonly name: string;
  readonly value: string;
}

/** The part of a scope that says who sends the request. */
export type Sender = Pick<RuleScope, 'owner' | 'initiator'>;
