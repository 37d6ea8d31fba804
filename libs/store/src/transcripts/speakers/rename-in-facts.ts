import { and, asc, eq } from 'drizzle-orm';
import type { FactCorrection, FactDecision } from '#contracts/model';
import type { Transaction } from '../../database/database.ts';
import { lockProject } from '../../projects/lock-project.ts';
import { wantReports } from '../../projects/want-reports.ts';
import { factDecisions, facts, readSources } from '../../schema/index.ts';
import type { Rename } from './name-rules.ts';

/**
 * Replaces names in the facts that were read in a conversation, in what people have corrected of them, and in how much
 * who has said. Reports are computed again from the facts, without reading anything again. Quotes stay as they were
 * said. The caller has locked the conversation.
 */
export async function renameInFacts(
  tx: Transaction,
  conversationId: string,
  rename: Rename,
): Promise<void> {
  const { projectId, sourceId } = readSources;
  const rows = await tx
    .selectDistinct({ projectId })
    .from(readSources)
    .where(eq(sourceId, conversationId))
    .orderBy(asc(projectId));
  for (const row of rows) {
    const project = await lockProject(tx, row.projectId);
    const changes = [
      await renameFacts(tx, project.id, conversationId, rename),
      await renameDecisions(tx, project.id, conversationId, rename),
      await renameTalk(tx, project.id, conversationId, rename),
    ];
    if (changes.some((count) => count > 0)) await wantReports(tx, project);
  }
}

/** @returns how many have changed, as in the others */
async function renameFacts(
  tx: Transaction,
  projectId: string,
  conversationId: string,
  rename: Rename,
): Promise<number> {
  const { id, who, speaker, label } = facts;
  const rows = await tx
    .select({ id, who, speaker, label })
    .from(facts)
    .where(and(eq(facts.projectId, projectId), eq(facts.sourceId, conversationId)));
  const renamed = rows.map((row) => ({
    id: row.id,
    label: rename(row.label),
    ...{ who: renamedOrNull(row.who, rename), speaker: renamedOrNull(row.speaker, rename) },
  }));
  const changed = renamed.filter((each, n) => {
    const row = rows[n];
    return row?.who !== each.who || row.speaker !== each.speaker || row.label !== each.label;
  });
  for (const { id: factId, ...set } of changed)
    await tx.update(facts).set(set).where(eq(id, factId));
  return changed.length;
}

async function renameDecisions(
  tx: Transaction,
  projectId: string,
  conversationId: string,
  rename: Rename,
): Promise<number> {
  const { factId, decision } = factDecisions;
  const rows = await tx
    .select({ factId, decision })
    .from(factDecisions)
    .where(and(eq(factDecisions.projectId, projectId), eq(factDecisions.sourceId, conversationId)));
  let changed = 0;
  for (const row of rows) {
    const renamed = renamedDecision(row.decision, rename);
    if (renamed === row.decision) continue;
    changed += 1;
    await tx.update(factDecisions).set({ decision: renamed }).where(eq(factId, row.factId));
  }
  return changed;
}

/** @returns the same one when there is no such name in it */
function renamedDecision(decision: FactDecision, rename: Rename): FactDecision {
  if (decision.kind !== 'corrected') return decision;
  const { label, who } = decision.correction;
  const correction: FactCorrection = {
    ...decision.correction,
    ...(label === undefined ? {} : { label: rename(label) }),
    ...(who === undefined ? {} : { who: renamedOrNull(who, rename) }),
  };
  const isSame = correction.label === label && correction.who === who;
  return isSame ? decision : { ...decision, correction };
}

async function renameTalk(
  tx: Transaction,
  projectId: string,
  conversationId: string,
  rename: Rename,
): Promise<number> {
  const { agent, talk } = readSources;
  const ofConversation = and(
    eq(readSources.projectId, projectId),
    eq(readSources.sourceId, conversationId),
  );
  const rows = await tx.select({ agent, talk }).from(readSources).where(ofConversation);
  const changed = rows.filter((row) => row.talk.some(({ speaker }) => rename(speaker) !== speaker));
  for (const row of changed) {
    const renamed = row.talk.map((each) => ({ ...each, speaker: rename(each.speaker) }));
    const isOfAgent = and(ofConversation, eq(agent, row.agent));
    await tx.update(readSources).set({ talk: renamed }).where(isOfAgent);
  }
  return changed.length;
}

function renamedOrNull(name: string | null, rename: Rename): string | null {
  return name === null ? null : rename(name);
}
