import type { z } from 'zod';
import type { ErrorCode } from '#contracts/model';

/** What a form with a file consists of, and the errors for what is wrong with it. */
export interface UploadForm<Fields> {
  /** What is uploaded, such as `A clip`, at the beginning of a sentence. */
  readonly noun: string;
  /** Fields in addition to `file`; all of them are optional, and empty ones count as missing. */
  readonly fields: z.ZodType<Fields>;
  /**
   * Refuses fields that are valid and cannot be met. It is called before a file is read, with the fields that
   * precede it, and once more with all of them.
   */
  readonly check?: (fields: Fields) => void;
  /** Maximum size of the file. */
  readonly limitBytes: number;
  /** Name of the part with a second file, which may be left out; omitted when there is only one file. */
  readonly secondFile?: string;
  /** Name of a file that comes without one. */
  readonly unnamed: string;
  readonly errors: {
    readonly missing: ErrorCode;
    readonly empty: ErrorCode;
    readonly tooLarge: ErrorCode;
  };
}

/** The least that an upload adds to the usage of its owner. */
export const LEAST_UPLOAD = { tasks: 1, bytes: 1 };
