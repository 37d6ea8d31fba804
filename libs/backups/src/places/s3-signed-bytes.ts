/** Where {@link signBytes} goes: before the request is signed. */
export const BEFORE_SIGNING = { step: 'build', name: 'signBytes' } as const;

/**
 * Middleware that signs the bytes of a request by a hash that was computed while they came in. The SDK
 * would hash them at once, which holds the event loop for as long as it takes. The store refuses bytes
 * that do not match it.
 * @param sha256 SHA-256 of the body, in hexadecimal
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
 */
export function signBytes(sha256: string) {
  return <Args extends { readonly request: unknown }, Answer>(next: (args: Args) => Answer) =>
    (args: Args): Answer => {
      if (hasHeaders(args.request)) args.request.headers['x-amz-content-sha256'] = sha256;
      return next(args);
    };
}

function hasHeaders(request: unknown): request is { headers: Record<string, string> } {
  return typeof request === 'object' && request !== null && 'headers' in request;
}
