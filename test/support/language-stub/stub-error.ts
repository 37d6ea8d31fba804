/** An error as a server describes it. */
export interface StubError {
  readonly message: string;
  readonly type: string;
  readonly code: string;
}
