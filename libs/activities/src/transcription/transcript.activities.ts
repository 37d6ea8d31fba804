import type {
  ClipRun,
  HeardSegment,
  SpokenText,
  StitchOutcome,
  TaskWarning,
  TranscriptActivities,
} from '#contracts/messages';
import { narrativesOf, stitchChunks, type HeardChunk } from '#domain';
import type { Logger } from '#platform';
import type {
  FinishedChunk,
  StitchSummary,
  TaskRetriesRepository,
  TranscriptsRepository,
} from '#store';
import { atBorder } from '../shared/activity-border.ts';

/** What a worker needs to write transcripts. */
export interface TranscriptDependencies {
  readonly transcripts: TranscriptsRepository;
  readonly retries: TaskRetriesRepository;
  readonly logger: Logger;
}

/** The database activities of a transcription, closed over their dependencies. */
export function createTranscriptActivities(deps: TranscriptDependencies): TranscriptActivities {
  const { transcripts } = deps;
  return {
    stitchTranscript: atBorder(deps, async (run: ClipRun): Promise<StitchOutcome> => {
      const completed = await transcripts.complete(run, run.clipId, stitch);
      return completed ?? { segmentCount: 0, warnings: [] };
    }),
  };
}

/** Stitches a clip's chunks and sums up what they came to. */
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

/** Counts what passes by while a clip is stitched. */
class Tally {
  private engine = 'none';
  private segmentCount = 0;
  private wordCount = 0;
  private readonly warnings: TaskWarning[] = [];
  private readonly spoken: SpokenText[] = [];

  constructor(private readonly speaker: string) {}

  async *watch(chunks: AsyncIterable<FinishedChunk>): AsyncGenerator<HeardChunk> {
    for await (const { result, ...chunk } of chunks) {
      this.engine = result.engine;
      this.warnings.push(...result.warnings);
      yield { ...chunk, segments: result.segments };
    }
  }

  count(segment: HeardSegment): void {
    this.segmentCount += 1;
    this.wordCount += segment.words.length;
    this.spoken.push({ speaker: this.speaker, text: segment.text });
  }

  summary(): StitchSummary {
    const { engine, segmentCount, wordCount } = this;
    const warnings = segmentCount > 0 ? this.warnings : [...this.warnings, noSpeech()];
    const narratives = narrativesOf(this.spoken);
    return { engine, segmentCount, wordCount, narratives, warnings };
  }
}

function noSpeech(): TaskWarning {
  return { code: 'no_speech', message: 'Nobody speaks in this clip.' };
}
