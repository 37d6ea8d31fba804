import { and, eq, isNotNull } from 'drizzle-orm';
import type { ActionItem, SummaryContent } from '#contracts/model';
import type { Transaction } from '../../database/database.ts';
import { actionItemMarks, summaries, summaryEdits } from '../../schema/index.ts';
import { actionItemId } from '../../summaries/action-item-id.ts';
import type { Rename } from './name-rules.ts';
import { renameInFacts } from './rename-in-facts.ts';

/**
 * Replaces names in what was made of a conversation: summaries and their edits, marks of action items, and facts. No
 * engine is asked. What was said is not changed, even if it has a name in it.
 */
export async function renameInTexts(
  tx: Transaction,
  conversationId: string,
  rename: Rename,
): Promise<void> {
  await renameInSummaries(tx, conversationId, rename);
  await renameInMarks(tx, conversationId, rename);
  await renameInFacts(tx, conversationId, rename);
}

async function renameInSummaries(
  tx: Transaction,
  conversationId: string,
  rename: Rename,
): Promise<void> {
  for (const table of [summaries, summaryEdits]) {
    const { id, content } = table;
    const rows = await tx
      .select({ id, content })
      .from(table)
      .where(and(eq(table.conversationId, conversationId), isNotNull(content)));
    for (const row of rows) {
      if (row.content === null) continue;
      const renamed = renamedContent(row.content, rename);
      await tx.update(table).set({ content: renamed }).where(eq(id, row.id));
    }
  }
}

/** The content of a summary with other names. */
export function renamedContent(content: SummaryContent, rename: Rename): SummaryContent {
  const point = <Point extends { readonly text: string }>(each: Point): Point => ({
    ...each,
    text: rename(each.text),
  });
  const { attendees, topics } = content;
  return {
    ...content,
    overview: rename(content.overview),
    ...(attendees ? { attendees: [...new Set(attendees.map(rename))] } : {}),
    ...(topics ? { topics: topics.map(rename) } : {}),
    keyPoints: content.keyPoints.map(point),
    decisions: content.decisions.map(point),
    actionItems: content.actionItems.map((item) => renamedItem(point(item), rename)),
  };
}

function renamedItem<Item extends Pick<ActionItem, 'who'>>(item: Item, rename: Rename): Item {
  return { ...item, who: item.who === null ? null : rename(item.who) };
}

/** The id of an item follows from its text, so it changes with a name in it. */
async function renameInMarks(
  tx: Transaction,
  conversationId: string,
  rename: Rename,
): Promise<void> {
  const rows = await tx
    .select()
    .from(actionItemMarks)
    .where(eq(actionItemMarks.conversationId, conversationId));
  for (const { itemId, turnId, item } of rows) {
    const renamed = renamedItem({ ...item, text: rename(item.text) }, rename);
    const wasMadeHere = actionItemId({ text: item.text, turnIds: [turnId] }) === itemId;
    const id = wasMadeHere ? actionItemId({ text: renamed.text, turnIds: [turnId] }) : itemId;
    await tx
      .update(actionItemMarks)
      .set({ itemId: id, item: renamed })
      .where(
        and(eq(actionItemMarks.conversationId, conversationId), eq(actionItemMarks.itemId, itemId)),
      );
  }
}
