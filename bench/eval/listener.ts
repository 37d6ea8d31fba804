import type { SpeechEngine } from '#engines';
import { FasterWhisperEngine } from '../../libs/engines/src/speech/faster-whisper.engine.ts';
import { localWhisper } from '../../test/support/local-whisper.ts';

const KEEP_RUNNING_MS = 60_000;
const STRETCH = { stretchMs: 120_000, chunkTargetMs: 28_000 };

/** Transcribes files as the product does: stretch by stretch, chunk by chunk. */
export class Listener {
  constructor(private readonly engine: SpeechEngine) {}

  /**
   * Starts the speech process for something.
   * @returns what `use` returns; the process is ended
   */
  static async during<Result>(use: (listener: Listener) => Promise<Result>): Promise<Result> {
    const engine = new FasterWhisperEngine(localWhisper());
    // The engine keeps no program running that waits for it alone.
    const running = setInterval(() => undefined, KEEP_RUNNING_MS);
    try {
      return await use(new Listener(engine));
    } finally {
      clearInterval(running);
      await engine.close();
    }
  }

  /** What is said in a file. @param language ISO 639-1, or `null` to detect it */
  async hear(file: string, language: string | null): Promise<string> {
    const call = { signal: new AbortController().signal };
    const texts: string[] = [];
    for (let fromMs: number | null = 0; fromMs !== null;) {
      const { chunks, nextFromMs } = await this.engine.plan(
        { path: file, fromMs, ...STRETCH },
        call,
      );
      for (const { startMs, endMs } of chunks) {
        const range = { path: file, startMs, endMs, language, decoding: 'standard' } as const;
        const { segments } = await this.engine.transcribe(range, () => undefined, call);
        texts.push(...segments.map(({ text }) => text));
      }
      fromMs = nextFromMs;
    }
    return texts.join(' ');
  }
}
