/** Set-up cannot go on; the message is one sentence for the person at the terminal. */
export class SetUpError extends Error {
  /**
   * @param {string} message one sentence that says what is wrong and what to do
   * @param {string} [details] the last lines of what the failed program said
   */
  constructor(message, details = '') {
    super(message);
    this.name = 'SetUpError';
    this.details = details;
  }
}
