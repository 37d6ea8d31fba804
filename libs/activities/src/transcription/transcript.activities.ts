import type { HeardSegment, SpokenSpan, SpokenText } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';
import type { StitchOutcome, StitchRequest, TranscriptActivities } from '#contracts/workflows';
import { narrativesOf, stitchChunks, TurnsOfRecording, type HeardChunk } from '#domain';
import type { FinishedChunk, Repositories, Stitcher, StitchSummary } from '#store';
import { followReset } from './follow-reset.ts';
import { LanguageTally } from './language-tally.ts';
import { BY_SPEAKER } from './voices/by-speaker.ts';
import { voicesFailed } from './voices/voice-warnings.ts';

/** Creates the database activities of a transcription. */
export function createTranscriptActivities({
  transcripts,
  transcriptions,
}: Pick<Repositories, 'transcripts' | 'transcriptions'>): TranscriptActivities {
  return {
    stitchTranscript: async (request: StitchRequest): Promise<StitchOutcome> => {
      const { tellsSpeakers = false, voicesFailure, ...run } = request;
      await followReset(transcriptions, run);
      const known = voicesFailure === undefined ? [] : [voicesFailed(voicesFailure)];
      const stitching: Stitcher = (chunks, said) => stitch(chunks, said, known);
      const dividers = { known: byTurns, bySpeaker: BY_SPEAKER, isTold: tellsSpeakers };
      const completed = await transcripts.complete(run, run.clipId, stitching, dividers);
      return completed ?? { segmentCount: 0, warnings: [] };
    },
  };
}

/**
 * Stitches the chunks of a clip.
 * @param said tells who says what of a segment
 * @param warnings what is known of the run besides its chunks
 * @returns yields the segments of the transcript, and returns their totals and warnings
 */
export async function* stitch(
  chunks: AsyncIterable<FinishedChunk>,
  said: (segment: HeardSegment) => readonly SpokenText[],
  warnings: readonly TaskWarning[] = [],
): AsyncGenerator<HeardSegment, StitchSummary> {
  const tally = new Tally(said, warnings);
  for await (const segment of stitchChunks(tally.watch(chunks))) {
    if (segment.text.trim() === '') continue;
    tally.count(segment);
    yield segment;
  }
  return tally.summary();
}

/** Whoever was known to speak at a moment gets what is heard then. */
function byTurns(firstTurnId: string, spans: readonly SpokenSpan[]) {
  const turns = new TurnsOfRecording(firstTurnId, spans);
  return (heard: HeardSegment) => turns.partsOf(heard);
}

/** Collects totals and warnings while a clip is stitched. */
class Tally {
  private engine = 'none';
  private segmentCount = 0;
  private wordCount = 0;
  private readonly warnings: TaskWarning[];
  private readonly language = new LanguageTally();
  private readonly spoken: SpokenText[] = [];

  constructor(
    private readonly said: (segment: HeardSegment) => readonly SpokenText[],
    warnings: readonly TaskWarning[],
  ) {
    this.warnings = [...warnings];
  }

  async *watch(chunks: AsyncIterable<FinishedChunk>): AsyncGenerator<HeardChunk> {
    for await (const { result, ...chunk } of chunks) {
      this.engine = result.engine;
      this.language.add(result);
      this.warnings.push(...result.warnings.filter(({ code }) => code !== 'language_unlikely'));
      yield { ...chunk, language: result.language, segments: result.segments };
    }
  }

  count(segment: HeardSegment): void {
    this.segmentCount += 1;
    this.wordCount += segment.words.length;
    this.spoken.push(...this.said(segment));
  }

  summary(): StitchSummary {
    const { engine, segmentCount, wordCount } = this;
    const known = [...this.warnings, ...this.language.warnings()];
    const warnings = segmentCount > 0 ? known : [...known, noSpeech()];
    const narratives = narrativesOf(this.spoken);
    return { engine, segmentCount, wordCount, narratives, warnings };
  }
}

function noSpeech(): TaskWarning {
  return { code: 'no_speech', message: 'The recording contains no speech.' };
}
