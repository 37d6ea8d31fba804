/** The part of a logger that the speech engine needs; a pino logger fits. */
export interface SpeechLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** How the speech process is started and watched. */
export interface FasterWhisperOptions {
  /** Python interpreter in whose environment `speech/requirements.txt` is installed. */
  readonly pythonPath: string;
  /** Folder that holds the package `afterword_speech`. */
  readonly speechFolder: string;
  /** Folder of a Whisper model converted for CTranslate2. */
  readonly modelFolder: string;
  /** Where the model runs; `auto` takes a GPU when there is one. */
  readonly device: 'auto' | 'cpu' | 'cuda';
  /** Chunks that the process decodes at once. */
  readonly slots: number;
  /** A process that has work but sends no beat for so long is frozen, and killed. */
  readonly silenceTimeoutMs: number;
  /** A process that has work and beats, but says nothing of the work for so long, is killed. */
  readonly stallTimeoutMs: number;
  /** Time that the process may take to load its model; three minutes by default. */
  readonly startTimeoutMs?: number;
  readonly logger: SpeechLogger;
}
