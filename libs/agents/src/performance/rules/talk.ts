import type { FactDraft } from '#contracts/model';

/** A pronoun refers to what was said so many lines before at most. */
const REACH_LINES = 4;

/** What was read so far in a passage: what pronouns and numbers without a subject refer to. */
export class Talk {
  private readonly latestOf = new Map<string, FactDraft>();

  /** @param answers lines in which somebody takes on what they were asked for */
  constructor(private readonly answers: ReadonlySet<number>) {}

  /** Whether "I'll do that" in a line is about what the speaker was asked for. */
  isAnswer(line: number): boolean {
    return this.answers.has(line);
  }

  add(draft: FactDraft): void {
    this.latestOf.set(draft.type, draft);
  }

  /** The latest fact of one of some types that was read shortly before a line. */
  latest(line: number, ...types: readonly string[]): FactDraft | null {
    const drafts = types.flatMap((type) => this.latestOf.get(type) ?? []);
    const near = drafts.filter((draft) => line - draft.line <= REACH_LINES);
    return near.toSorted((one, other) => one.line - other.line).at(-1) ?? null;
  }
}
