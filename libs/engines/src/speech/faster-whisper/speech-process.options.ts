/** The logger methods that the speech engine uses; a pino logger satisfies them. */
export interface SpeechLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** Time that a cancelled call may take to stop before the process is killed. */
export interface CancelGrace {
  /** While no other call in flight is wanted: killing the process costs its next start only. */
  readonly aloneMs: number;
  /** While other calls in flight are wanted, which killing the process fails: they begin again. */
  readonly sharedMs: number;
}

/** How a speech process is started and monitored, whatever it serves. */
export interface SpeechProcessOptions {
  /** Python interpreter in whose environment `speech/requirements.txt` is installed. */
  readonly pythonPath: string;
  /** Folder that contains the package `afterword_speech`. */
  readonly speechFolder: string;
  /** Time without any message after which a process that has work is killed as frozen. */
  readonly silenceTimeoutMs: number;
  /** Time with heartbeats only after which a process that has work is killed as stalled. */
  readonly stallTimeoutMs: number;
  /** Maximum time to load the model; three minutes by default. */
  readonly startTimeoutMs?: number;
  /** By default short enough for a person, who sees a cancelled task end within five seconds. */
  readonly cancelGrace?: CancelGrace;
  readonly logger: SpeechLogger;
}

/** How a speech process that transcribes is started and monitored. */
export interface FasterWhisperOptions extends SpeechProcessOptions {
  /** Folder of a Whisper model converted for CTranslate2. */
  readonly modelFolder: string;
  /** Device on which the model runs; `auto` uses a GPU when one is available. */
  readonly device: 'auto' | 'cpu' | 'cuda';
  /** Number of calls to the model that the process makes concurrently. */
  readonly slots: number;
  /** Maximum number of chunks in one call; see `chunksTogether`. */
  readonly together: number;
}
