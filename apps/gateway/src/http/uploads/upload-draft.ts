import { AppError } from '#platform';
import type { StagedBlob } from '#store';
import { InvalidRequestError, toFieldErrors } from '../field-errors.ts';
import type { UploadForm } from './upload-form.ts';

const MAX_FILE_NAME_LENGTH = 255;

/** A complete upload. Its bytes are staged: the caller must either keep or discard them. */
export interface Upload<Fields> {
  readonly staged: StagedBlob;
  readonly fileName: string;
  readonly fields: Fields;
}

/** An upload that is still being received. */
export class UploadDraft<Fields> {
  staged: StagedBlob | null = null;
  fileName: string | undefined = undefined;
  private readonly given = new Map<string, unknown>();

  constructor(private readonly form: UploadForm<Fields>) {}

  /**
   * Ignores empty fields. An invalid one is rejected at once, so that no file is read in vain.
   * @throws InvalidRequestError
   */
  setField(field: string, value: unknown): void {
    if (value === '') return;
    this.given.set(field, value);
    this.parseFields();
  }

  /** @throws AppError when there is no file, or an empty one */
  complete(): Upload<Fields> {
    const { staged, fileName, form } = this;
    const { missing, empty } = form.errors;
    if (staged === null) throw new AppError(missing, 'The upload has no part named `file`.');
    if (staged.sizeBytes === 0) throw new AppError(empty, 'The uploaded file has no bytes.');
    return { staged, fields: this.parseFields(), fileName: storableName(fileName) || form.unnamed };
  }

  async discard(): Promise<void> {
    await this.staged?.discard();
  }

  private parseFields(): Fields {
    const parsed = this.form.fields.safeParse(Object.fromEntries(this.given));
    if (parsed.success) return parsed.data;
    throw new InvalidRequestError(toFieldErrors(parsed.error.issues, 'body'));
  }
}

/** Removes from a file name what cannot be stored, instead of rejecting the file. */
function storableName(name = ''): string {
  return name.slice(0, MAX_FILE_NAME_LENGTH).toWellFormed().replaceAll('\0', '');
}
