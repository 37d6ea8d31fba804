import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FactDraft, FactReader, Passage, ReadingContext } from '#contracts/model';
import type { LanguageEngine } from '#engines';
import type { EngineAnswersRepository } from '#store';
import { factDraftsSchema } from '../shared/language/answers.schema.ts';
import type { EngineCalls } from '../shared/language/engine-calls.ts';
import { storeFinished } from '../shared/store-finished.ts';
import { inParallel } from './in-parallel.ts';

/** What reads passages, and for whom. */
export interface PassageReader {
  readonly engine: LanguageEngine;
  /** The calls of that engine. */
  readonly calls: EngineCalls;
  readonly reader: FactReader;
  readonly context: ReadingContext;
}

type Drafts = readonly FactDraft[];
type KeyedPassage = readonly [key: string, passage: Passage];

/** Calls of a model at the same time, for one source. */
const CALLS_TOGETHER = 4;

/**
 * Reads passages with an engine. An answer is stored by a hash of everything that determines it, so a
 * passage is read once, whatever else changes in its source.
 */
export class PassageAnswers {
  /** @param sourceId the conversation or document that is read */
  constructor(
    private readonly answers: EngineAnswersRepository,
    private readonly sourceId: string,
  ) {}

  /**
   * Reads passages. The answers of a costly engine are stored one by one, so that none is lost; those
   * of another one together, because storing one takes longer than to make it again.
   * @returns the drafts of each passage, in the order of the passages
   */
  async read(
    passages: readonly Passage[],
    by: PassageReader,
    signal: AbortSignal,
  ): Promise<readonly Drafts[]> {
    const keys = passages.map((passage) => keyOf(passage, by));
    const known = await this.stored(keys);
    const missing = new Map<string, Passage>();
    for (const [at, passage] of passages.entries()) {
      const key = keys[at] ?? '';
      if (!known.has(key)) missing.set(key, passage);
    }
    const perStore = by.engine.costly ? 1 : missing.size;
    const made = await inParallel(inGroups([...missing], perStore), CALLS_TOGETHER, (group) =>
      this.make(group, by, signal),
    );
    const all = new Map([...known, ...made.flat()]);
    return keys.map((key) => all.get(key) ?? []);
  }

  private async stored(keys: readonly string[]): Promise<ReadonlyMap<string, Drafts>> {
    const known = new Map<string, Drafts>();
    for (const [key, answer] of await this.answers.findMany(keys, this.sourceId)) {
      const drafts = factDraftsSchema.safeParse(answer);
      if (drafts.success) known.set(key, drafts.data);
    }
    return known;
  }

  /** Reads passages one after the other, in turns with other work, and stores the answers. */
  private async make(
    passages: readonly KeyedPassage[],
    { engine, calls, reader, context }: PassageReader,
    signal: AbortSignal,
  ): Promise<readonly (readonly [string, Drafts])[]> {
    const made: (readonly [string, Drafts])[] = [];
    for (const [key, passage] of passages) {
      signal.throwIfAborted();
      const request = { reader, passage, context };
      const { answer } = await calls.make((each, call) => each.readFacts(request, call), signal);
      made.push([key, answer]);
      await nextTurn();
    }
    await storeFinished(async (again) => {
      const stored = again ? await this.stored(made.map(([key]) => key)) : null;
      const fresh = made.filter(([key]) => stored?.has(key) !== true);
      const { fingerprint } = engine;
      await this.answers.saveMany(
        fresh.map(([key, answer]) => ({ key, engine: fingerprint, answer })),
        this.sourceId,
      );
    }, signal);
    return made;
  }
}

function inGroups<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const groups: (readonly Item[])[] = [];
  for (let from = 0; from < items.length; from += size) groups.push(items.slice(from, from + size));
  return groups;
}

function keyOf(passage: Passage, { engine, reader, context }: PassageReader): string {
  const { name, version } = reader;
  const determining = ['readFacts', engine.fingerprint, name, version, context, passage];
  return createHash('sha256').update(JSON.stringify(determining)).digest('hex');
}
