/** What makes a change of a server's code or configuration take effect. */
export type Restart =
  /** Nothing more is needed. */
  | { readonly type: 'none' }
  /** The server has to be restarted, in whichever way it was started. */
  | { readonly type: 'server' }
  /** A command in a terminal does it. */
  | { readonly type: 'command'; readonly command: string };
