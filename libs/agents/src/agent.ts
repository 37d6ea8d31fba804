import type {
  Fact,
  FactReader,
  ProjectPlan,
  ReportContent,
  ReportEntry,
  SpeakerTalk,
} from '#contracts/model';

/** What a report is computed from. */
export interface ReportInput {
  /** All statements, in the order in which they were said; items of the plan come first. */
  readonly entries: readonly ReportEntry[];
  readonly plan: ProjectPlan;
  /** ISO 4217; the currency of the project. */
  readonly currency: string;
  /** The day of the report, ISO 8601 date in the time zone of the project. */
  readonly today: string;
  readonly talk: readonly SpeakerTalk[];
}

/**
 * Everything that makes an agent. Its routes, tasks, API document and dashboard follow from this
 * definition.
 */
export interface AgentDefinition extends FactReader {
  /** Name in the user interface. */
  readonly label: string;
  /** What it reports about, in a sentence. */
  readonly description: string;
  /**
   * Types whose facts have one value at a time, such as the budget of a category: a different value
   * of the same subject contradicts or supersedes the earlier one. Facts of other types add up.
   */
  readonly singleValued: readonly string[];
  /**
   * What a statement of a type with one value at a time is about, where its label tells it in several
   * ways: "total budget" and "budget du projet". Equal names contradict each other; `null` leaves it
   * to the words of the label.
   */
  readonly aboutOf?: (content: Pick<Fact, 'type' | 'label' | 'category'>) => string | null;
  /**
   * Whether a fact of a type that adds up states the one price of its subject, such as "the printing
   * costs 12,000": a different price of the same subject contradicts it. None do by default.
   */
  readonly statesPrice?: (fact: Fact) => boolean;
  /**
   * Types whose facts of different status are statements of their own, as a promise and the report
   * that it was kept; when both were said is then known. None by default.
   */
  readonly apartByStatus?: readonly string[];
  /** Computes what its dashboard shows; in time that is nearly linear in the number of entries. */
  readonly compute: (input: ReportInput) => Omit<ReportContent, 'entries'>;
}
