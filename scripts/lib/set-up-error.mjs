/** Set-up cannot continue; the message is one sentence for the user. */
export class SetUpError extends Error {
  /**
   * @param {string} message one sentence that states the problem and the remedy
   * @param {string} [details] the last lines of the failed program's output
   */
  constructor(message, details = '') {
    super(message);
    this.name = 'SetUpError';
    this.details = details;
  }
}
