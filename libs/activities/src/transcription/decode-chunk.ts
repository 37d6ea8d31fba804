import type { HeardSegment } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';
import { cutRepetitions, findRepetition } from '#domain';
import type {
  DecodingMode,
  EngineCall,
  SegmentListener,
  SpeechEngine,
  TranscribedRange,
  TranscribeRequest,
} from '#engines';

/** Result of decoding a chunk. */
export interface DecodedChunk {
  readonly language: string;
  readonly segments: readonly HeardSegment[];
  readonly warnings: readonly TaskWarning[];
}

/** Receives segments while a chunk is being decoded. */
export interface DecodingListener {
  readonly onSegment: SegmentListener;
  /** Discards all segments so far: the chunk is decoded again from its start. */
  onRestart(): void;
}

/**
 * Decodes a chunk. When the engine repeats itself, the chunk is decoded again in `careful` mode;
 * remaining repetitions are cut, with a warning.
 */
export async function decodeChunk(
  engine: SpeechEngine,
  chunk: Omit<TranscribeRequest, 'decoding'>,
  listener: DecodingListener,
  call: EngineCall,
): Promise<DecodedChunk> {
  const decode = (decoding: DecodingMode) =>
    engine.transcribe({ ...chunk, decoding }, listener.onSegment, call);
  const heard = await decode('standard');
  if (findRepetition(heard.segments) === null) {
    const { language, segments } = heard;
    return { language, segments, warnings: languageWarnings(heard, chunk) };
  }
  listener.onRestart();
  const again = await decode('careful');
  const { segments, cutAtMs } = cutRepetitions(again.segments);
  const warnings = [...cutAtMs.map(repetitionCut), ...languageWarnings(again, chunk)];
  return { language: again.language, segments, warnings };
}

/** Concerns a chunk; that of a clip is decided when all of its chunks are known. */
function languageWarnings(
  { language, otherLanguage, segments }: TranscribedRange,
  { startMs: atMs, language: requested }: Pick<TranscribeRequest, 'startMs' | 'language'>,
): readonly TaskWarning[] {
  if (requested !== null && requested !== language && segments.length > 0)
    return [{ code: 'language_unlikely', message: notKnown(requested, language), atMs }];
  if (otherLanguage === null) return [];
  const spoken = languageName(otherLanguage);
  const written = languageName(language) ?? language;
  const message = spoken
    ? `This sounds like ${spoken}, but was transcribed as ${written}.`
    : `The words are so uncertain that this is probably not ${written}, as which it was transcribed, or very noisy.`;
  return [{ code: 'language_unlikely', message, atMs }];
}

/** A model of one language transcribes everything as that. */
function notKnown(requested: string, language: string): string {
  const name = (code: string) => languageName(code) ?? code;
  return `The model does not know ${name(requested)}, so this was transcribed as ${name(language)}. Choose a model of many languages.`;
}

/** Name of a language in English; `null` for one that is not known. */
function languageName(code: string): string | null {
  const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return code === 'und' ? null : (name.of(code) ?? null);
}

function repetitionCut(atMs: number): TaskWarning {
  const message = 'The engine repeated a phrase many times here; one occurrence was kept.';
  return { code: 'repetition_cut', message, atMs };
}
