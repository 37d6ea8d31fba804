/** Afterword cannot start or continue; the message is one sentence for the user. */
export class StartError extends Error {
  override readonly name = 'StartError';
  /**
   * @param message one sentence that states the problem and the remedy
   * @param details last output of the part, when that explains more
   */
  constructor(
    message: string,
    readonly details = '',
  ) {
    super(message);
  }
}
