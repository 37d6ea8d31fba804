/** The database contains tasks of types that this version does not know. */
export class UnknownTaskTypesError extends Error {
  override readonly name = 'UnknownTaskTypesError';

  constructor(readonly types: readonly string[]) {
    super(
      `The database has tasks of types that this version does not know: ${types.join(', ')}. A newer version has made them; start that version, or restore a backup from before it.`,
    );
  }
}
