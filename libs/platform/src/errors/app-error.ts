import { ERROR_DEFINITIONS, type ErrorCode } from '#contracts/model';

/** Optional facts about one occurrence of an error, in addition to its code and message. */
export interface AppErrorOptions {
  /** Machine-readable facts: ids, limits, sizes. Never conversation text and never secrets. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Overrides the code's own `retryable`. */
  readonly retryable?: boolean;
  /** Overrides the code's own `nextAction`. */
  readonly nextAction?: string;
  /**
   * Whether the message repeats names that people gave, such as those of files. It is stored with the task and
   * shown to those who see the task; histories and logs have the title of the code instead.
   */
  readonly confidential?: boolean;
  readonly cause?: unknown;
}

/**
 * The application error type of Afterword. The gateway maps it to a problem document, and the
 * activity interceptor to an `ApplicationFailure`; both keep its code.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  readonly retryable: boolean;
  readonly nextAction: string;
  readonly confidential: boolean;

  /**
   * @param code the stable identifier of the error; sets the defaults of `retryable` and `nextAction`
   * @param message a sentence for users about this occurrence
   */
  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    const definition = ERROR_DEFINITIONS[code];
    this.code = code;
    this.details = options.details ?? {};
    this.retryable = options.retryable ?? definition.retryable;
    this.nextAction = options.nextAction ?? definition.nextAction;
    this.confidential = options.confidential ?? false;
  }
}
