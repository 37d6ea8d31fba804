import { keyedFacts, type PlacedFact } from '#agents';
import type { ExportedFact } from '#contracts/export';
import {
  hashedId,
  type ImportedDecision,
  type ImportedFact,
  type ImportedProjectsRepository,
} from '#store';
import { yielding } from '../yielding.ts';
import { readDecisions, readFacts } from './read-facts.ts';
import type { Storing } from './storing.ts';

/** A project of an archive, and its id here. */
interface FactsProject {
  readonly folder: string;
  readonly projectId: string;
}

interface StoredProjectFacts {
  readonly facts: ReadonlyMap<string, ImportedFact>;
  readonly otherDecisions: number;
}

/** Stores the facts of projects, with what people have decided about them. */
export class StoredFacts {
  constructor(
    private readonly projects: ImportedProjectsRepository,
    private readonly storing: Storing,
  ) {}

  /**
   * Stores the facts whose sources were imported, under the ids that agents give them when they read
   * these again.
   * @returns the facts, by their ids where they come from, and how many decisions are about others
   */
  async store({ folder, projectId }: FactsProject): Promise<StoredProjectFacts> {
    const { importing, progress } = this.storing;
    const facts = new Map<string, ImportedFact>();
    for (const [scope, ofSource] of await this.bySource(folder, projectId)) {
      for await (const [origin, fact] of yielding(placed(scope, ofSource), progress.signal)) {
        facts.set(origin, fact);
      }
    }
    const { decisions, others } = await this.decisionsAbout(facts, folder);
    await this.projects.storeFacts(importing, projectId, [...facts.values()], decisions);
    return { facts, otherDecisions: others };
  }

  /** The decisions about these facts, and how many there are about others. */
  private async decisionsAbout(facts: ReadonlyMap<string, ImportedFact>, folder: string) {
    const { archive, progress } = this.storing;
    const decisions: ImportedDecision[] = [];
    let others = 0;
    for await (const given of readDecisions(archive, folder, progress.signal)) {
      const fact = facts.get(given.factId);
      const decision = translated(given.decision, facts);
      if (fact === undefined || decision === null) others += 1;
      else decisions.push({ fact, decision, decidedAt: new Date(given.decidedAt) });
    }
    return { decisions, others };
  }

  /** The facts of each source that was imported, by project, agent and source, in order. */
  private async bySource(
    folder: string,
    projectId: string,
  ): Promise<ReadonlyMap<string, readonly ExportedFact[]>> {
    const { archive, progress, cited } = this.storing;
    const sources = new Map<string, ExportedFact[]>();
    for await (const fact of readFacts(archive, folder, progress.signal)) {
      const citation = cited.translated(fact.citation);
      if (citation === null) continue;
      const sourceId = citation.kind === 'spoken' ? citation.conversationId : citation.documentId;
      const scope = `${projectId}|${fact.agent}|${sourceId}`;
      const facts = sources.get(scope) ?? [];
      facts.push({ ...fact, citation, sourceId });
      sources.set(scope, facts);
    }
    return sources;
  }
}

/** Facts with their ids where they come from, and as they are stored. */
function* placed(
  scope: string,
  facts: readonly ExportedFact[],
): Generator<readonly [string, ImportedFact]> {
  const [projectId, agent] = scope.split('|');
  const ordered = [...facts].sort((one, other) => one.position - other.position);
  const keyed = keyedFacts(ordered.map(placedFact));
  for (const [index, fact] of ordered.entries()) {
    const id = hashedId('fact', `${projectId}|${agent}|${keyed[index]?.key}`);
    yield [fact.id, { ...fact, id, saidAt: new Date(fact.saidAt) }];
  }
}

function placedFact({
  id: _id,
  agent: _agent,
  sourceId: _sourceId,
  position: _position,
  ...fact
}: ExportedFact): PlacedFact {
  return fact;
}

/** The same decision here; `null` when it names a fact that is not here. */
function translated(
  decision: ImportedDecision['decision'],
  facts: ReadonlyMap<string, ImportedFact>,
): ImportedDecision['decision'] | null {
  if (decision.kind !== 'sameAs') return decision;
  const same = facts.get(decision.factId);
  return same === undefined ? null : { kind: 'sameAs', factId: same.id };
}
