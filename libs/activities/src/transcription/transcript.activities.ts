import type { HeardSegment, SpokenSpan, SpokenText } from '#contracts/model';
import type { TaskWarning } from '#contracts/tasks';
import type { ClipRun, StitchOutcome, TranscriptActivities } from '#contracts/workflows';
import { narrativesOf, stitchChunks, TurnsOfRecording, type HeardChunk } from '#domain';
import type { FinishedChunk, Repositories, StitchSummary } from '#store';
import { followReset } from './follow-reset.ts';
import { LanguageTally } from './language-tally.ts';

/** Creates the database activities of a transcription. */
export function createTranscriptActivities({
  transcripts,
  transcriptions,
}: Pick<Repositories, 'transcripts' | 'transcriptions'>): TranscriptActivities {
  return {
    stitchTranscript: async (run: ClipRun): Promise<StitchOutcome> => {
      await followReset(transcriptions, run);
      const completed = await transcripts.complete(run, run.clipId, stitch, byTurns);
      return completed ?? { segmentCount: 0, warnings: [] };
    },
  };
}

/**
 * Stitches the chunks of a clip.
 * @returns yields the segments of the transcript, and returns their totals and warnings
 */
export async function* stitch(
  chunks: AsyncIterable<FinishedChunk>,
  speaker: string,
): AsyncGenerator<HeardSegment, StitchSummary> {
  const tally = new Tally(speaker);
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
  private readonly warnings: TaskWarning[] = [];
  private readonly language = new LanguageTally();
  private readonly spoken: SpokenText[] = [];

  constructor(private readonly speaker: string) {}

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
    this.spoken.push({ speaker: this.speaker, text: segment.text });
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
  return { code: 'no_speech', message: 'The clip contains no speech.' };
}
