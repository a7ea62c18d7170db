/** The headers of a server's answer that most causes are about. */
export const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';
export const ALLOW_HEADERS = 'Access-Control-Allow-Headers';
export const ALLOW_METHODS = 'Access-Control-Allow-Methods';
export const ALLOW_CREDENTIALS = 'Access-Control-Allow-Credentials';

/** A header that a page sends. It keeps out every answer that doesn't allow embedding. */
export const EMBEDDER_POLICY = 'Cross-Origin-Embedder-Policy';
export const RESOURCE_POLICY = 'Cross-Origin-Resource-Policy';
