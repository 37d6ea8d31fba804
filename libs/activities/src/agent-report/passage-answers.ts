import { createHash } from 'node:crypto';
import type { FactDraft, FactReader, Passage, ReadingContext } from '#contracts/model';
import type { LanguageEngine } from '#engines';
import type { EngineAnswersRepository } from '#store';
import { factDraftsSchema } from '../shared/language/answers.schema.ts';
import { storeFinished } from '../shared/store-finished.ts';
import { inParallel } from './in-parallel.ts';

/** What reads passages, and for whom. */
export interface PassageReader {
  readonly engine: LanguageEngine;
  readonly reader: FactReader;
  readonly context: ReadingContext;
}

/** Calls of a model at the same time, for one source. */
const CALLS_TOGETHER = 4;

/**
 * Reads passages with an engine. An answer is stored by a hash of everything that determines it, so a
 * passage is read once, whatever else changes in its source.
 */
export class PassageAnswers {
  constructor(private readonly answers: EngineAnswersRepository) {}

  /** @returns the drafts of each passage, in the order of the passages */
  async read(
    passages: readonly Passage[],
    by: PassageReader,
    signal: AbortSignal,
  ): Promise<readonly (readonly FactDraft[])[]> {
    const keyed = passages.map((passage) => ({ passage, key: keyOf(passage, by) }));
    const stored = await this.answers.findMany(keyed.map(({ key }) => key));
    const together = by.engine.costly ? CALLS_TOGETHER : 1;
    return inParallel(keyed, together, async ({ passage, key }) => {
      const known = factDraftsSchema.safeParse(stored.get(key));
      return known.success ? known.data : this.ask(passage, key, by, signal);
    });
  }

  private async ask(
    passage: Passage,
    key: string,
    { engine, reader, context }: PassageReader,
    signal: AbortSignal,
  ): Promise<readonly FactDraft[]> {
    signal.throwIfAborted();
    const drafts = await engine.readFacts({ reader, passage, context }, { signal });
    await storeFinished(async (again) => {
      if (again && (await this.answers.find(key)) !== undefined) return;
      await this.answers.save(key, engine.fingerprint, drafts);
    }, signal);
    return drafts;
  }
}

function keyOf(passage: Passage, { engine, reader, context }: PassageReader): string {
  const { name, version } = reader;
  const determining = ['readFacts', engine.fingerprint, name, version, context, passage];
  return createHash('sha256').update(JSON.stringify(determining)).digest('hex');
}
