import { AppError } from '#platform';
import type { StagedBlob } from '#store';
import { InvalidRequestError, toFieldErrors } from '../field-errors.ts';
import type { UploadForm } from './upload-form.ts';

const MAX_FILE_NAME_LENGTH = 255;
/** Name of the part with the file. */
const FILE = 'file';

/** A complete upload. Its bytes are staged: the caller must either keep or discard them. */
export interface Upload<Fields> extends UploadedFile {
  readonly fields: Fields;
  /** `null` when it was left out. */
  readonly second: UploadedFile | null;
}

/** A file whose bytes are staged. */
export interface UploadedFile {
  readonly staged: StagedBlob;
  readonly fileName: string;
}

/** A file as it was received. */
interface ReceivedFile {
  readonly staged: StagedBlob;
  readonly fileName: string | undefined;
}

/** An upload that is still being received. */
export class UploadDraft<Fields> {
  private readonly files = new Map<string, ReceivedFile>();
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

  /**
   * Checks the fields that precede a file, so that a refused one is not read.
   * @throws what the check of the form throws
   */
  checkFields(): void {
    this.form.check?.(this.parseFields());
  }

  /** Whether a part is one of the files of the form. */
  isFile(part: string): boolean {
    return part === FILE || part === this.form.secondFile;
  }

  /** @throws InvalidRequestError when there is such a file already; it is to be discarded */
  setFile(part: string, file: ReceivedFile): void {
    const isTwice = this.files.has(part);
    this.files.set(isTwice ? `${part} again` : part, file);
    if (isTwice) throw new InvalidRequestError([{ path: part, message: 'may be given only once' }]);
  }

  /** @throws AppError when there is no file, or an empty one; and what the check of the form throws */
  complete(): Upload<Fields> {
    const { missing } = this.form.errors;
    const file = this.uploaded(FILE);
    if (file === null) throw new AppError(missing, 'The upload has no part named `file`.');
    const { secondFile } = this.form;
    const second = secondFile === undefined ? null : this.uploaded(secondFile);
    const fields = this.parseFields();
    this.form.check?.(fields);
    return { ...file, second, fields };
  }

  async discard(): Promise<void> {
    await Promise.all([...this.files.values()].map(({ staged }) => staged.discard()));
  }

  private uploaded(part: string): UploadedFile | null {
    const file = this.files.get(part);
    if (file === undefined) return null;
    const { empty } = this.form.errors;
    const { staged, fileName } = file;
    if (staged.sizeBytes === 0) throw new AppError(empty, 'The uploaded file has no bytes.');
    return { staged, fileName: storableName(fileName) || this.form.unnamed };
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
