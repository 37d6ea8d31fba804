import { ERROR_DEFINITIONS, type ErrorCode } from '#contracts/model';

/** What may be said about one occurrence of an error beyond its code and message. */
export interface AppErrorOptions {
  /** Facts for programs: ids, limits, sizes. Never conversation text and never secrets. */
  readonly details?: Readonly<Record<string, unknown>>;
  /** Overrides the code's own `retryable`. */
  readonly retryable?: boolean;
  /** Overrides the code's own `nextAction`. */
  readonly nextAction?: string;
  readonly cause?: unknown;
}

/**
 * The one error type of Afterword. The gateway turns it into a problem document, the activity
 * border into an `ApplicationFailure`; both keep its code.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;
  readonly retryable: boolean;
  readonly nextAction: string;

  /**
   * @param code the stable name of what went wrong
   * @param message a sentence for people about this occurrence
   */
  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    const definition = ERROR_DEFINITIONS[code];
    this.code = code;
    this.details = options.details ?? {};
    this.retryable = options.retryable ?? definition.retryable;
    this.nextAction = options.nextAction ?? definition.nextAction;
  }
}
