import { and, eq, inArray } from 'drizzle-orm';
import type { LockedConversation } from '../../conversations/lock-conversations.ts';
import type { Transaction } from '../../database/database.ts';
import { newId } from '../../database/ids.ts';
import { ownerSettings, turns, voiceProfiles } from '../../schema/index.ts';
import { bytesOf } from './float-bytes.ts';
import type { NameRules } from './name-rules.ts';
import { voicesOfSpeakers } from './voices-of-speakers.ts';

/**
 * Voices of a conversation are known by the names that people have given them: a profile gets another name, and goes
 * with the name. A voice that has a name and no profile gets one, where that is wanted.
 * @param labels of the voices about which something was decided
 * @param mayLearn whether the installation has voices learned here, if the owner wants it
 */
export async function followVoices(
  tx: Transaction,
  { id, ownerId }: Pick<LockedConversation, 'id' | 'ownerId'>,
  labels: readonly string[],
  mayLearn: boolean,
  rules: Pick<NameRules, 'isLabel' | 'voiceOf'>,
): Promise<void> {
  const names = await namesOf(tx, id, labels);
  const isNameless = (name: string | undefined) => name === undefined || rules.isLabel(name);
  const nameless = labels.filter((label) => isNameless(names.get(label)));
  const isOf = (some: readonly string[]) =>
    and(eq(voiceProfiles.conversationId, id), inArray(voiceProfiles.voiceLabel, [...some]));
  if (nameless.length > 0) await tx.delete(voiceProfiles).where(isOf(nameless));
  const named = labels.filter((label) => !nameless.includes(label));
  const known = named.length > 0 ? await tx.select().from(voiceProfiles).where(isOf(named)) : [];
  for (const profile of known) {
    const name = names.get(profile.voiceLabel) ?? profile.name;
    if (name === profile.name) continue;
    await tx.update(voiceProfiles).set({ name }).where(eq(voiceProfiles.id, profile.id));
  }
  const unknown = named.filter((label) => known.every(({ voiceLabel }) => voiceLabel !== label));
  if (unknown.length === 0 || !mayLearn || !(await hasVoicesKnown(tx, ownerId))) return;
  await learnVoices(tx, { id, ownerId }, unknown, names, rules);
}

/** Whether an owner has asked for voices to be recognised. */
export async function hasVoicesKnown(tx: Transaction, ownerId: string): Promise<boolean> {
  const [set] = await tx
    .select({ voiceProfiles: ownerSettings.voiceProfiles })
    .from(ownerSettings)
    .where(eq(ownerSettings.ownerId, ownerId));
  return set?.voiceProfiles ?? false;
}

async function learnVoices(
  tx: Transaction,
  { id: conversationId, ownerId }: Pick<LockedConversation, 'id' | 'ownerId'>,
  labels: readonly string[],
  names: ReadonlyMap<string, string>,
  { voiceOf }: Pick<NameRules, 'voiceOf'>,
): Promise<void> {
  const voices = await voicesOfSpeakers(tx, conversationId, labels);
  for (const { voiceLabel, clipId, engine, windows } of voices) {
    const embedding = voiceOf(windows);
    if (embedding === null) continue;
    const heard = { engine, embedding: bytesOf(embedding), windowCount: windows.length };
    const name = names.get(voiceLabel) ?? voiceLabel;
    const profile = { ownerId, conversationId, clipId, voiceLabel, name, createdAt: new Date() };
    await tx
      .insert(voiceProfiles)
      .values({ id: newId('voiceProfile'), ...profile, ...heard })
      .onConflictDoNothing();
  }
}

/** What voices are called now. */
async function namesOf(
  tx: Transaction,
  conversationId: string,
  labels: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (labels.length === 0) return new Map();
  const { voiceLabel, speaker } = turns;
  const rows = await tx
    .selectDistinct({ voiceLabel, speaker })
    .from(turns)
    .where(and(eq(turns.conversationId, conversationId), inArray(voiceLabel, [...labels])));
  return new Map(rows.flatMap((row) => (row.voiceLabel ? [[row.voiceLabel, row.speaker]] : [])));
}
