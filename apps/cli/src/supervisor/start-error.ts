/** Afterword cannot start, or go on; the message is one sentence for the person at the terminal. */
export class StartError extends Error {
  override readonly name = 'StartError';
  /**
   * @param message one sentence that says what is wrong and what to do
   * @param details what the part said last, when that explains more
   */
  constructor(
    message: string,
    readonly details = '',
  ) {
    super(message);
  }
}
