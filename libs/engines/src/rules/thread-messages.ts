/**
 * What a thread says: once that it is ready, and then the outcome of each call. The type of an answer
 * is known to who has made the call.
 */
export type ThreadMessage<Answer> =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly error: unknown };
