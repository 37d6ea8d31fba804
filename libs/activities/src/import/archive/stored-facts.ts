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

/** A fact where its source is here; its id is that of its origin. */
type TranslatedFact = ExportedFact;

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
    const { archive, importing, progress } = this.storing;
    const ids = new Map<string, ImportedFact>();
    for (const [scope, facts] of await this.bySource(folder, projectId)) {
      for await (const [origin, fact] of yielding(placed(scope, facts), progress.signal)) {
        ids.set(origin, fact);
      }
    }
    const decisions: ImportedDecision[] = [];
    let others = 0;
    for await (const { factId, decision, decidedAt } of readDecisions(
      archive,
      folder,
      progress.signal,
    )) {
      const fact = ids.get(factId);
      const same = decision.kind === 'sameAs' ? ids.get(decision.factId)?.id : undefined;
      if (fact === undefined || (decision.kind === 'sameAs' && same === undefined)) others += 1;
      else {
        const here = same === undefined ? decision : ({ kind: 'sameAs', factId: same } as const);
        decisions.push({ fact, decision: here, decidedAt: new Date(decidedAt) });
      }
    }
    await this.projects.storeFacts(importing, projectId, [...ids.values()], decisions);
    return { facts: ids, otherDecisions: others };
  }

  /** The facts of each source that was imported, by project, agent and source, in order. */
  private async bySource(
    folder: string,
    projectId: string,
  ): Promise<ReadonlyMap<string, readonly TranslatedFact[]>> {
    const { archive, progress, cited } = this.storing;
    const sources = new Map<string, TranslatedFact[]>();
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
  facts: readonly TranslatedFact[],
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
}: TranslatedFact): PlacedFact {
  return fact;
}
