import type { TestStore } from '../../../store/src/store.fixture.ts';

/** The middle of a voice, as it is stored. */
const EMBEDDING = Buffer.from(Float32Array.of(0.6, 0.8).buffer);

/** A recording whose voice was told and has a name, what people have taken back, and a name that is not that of a voice. */
export async function nameVoice(store: TestStore, conversationId: string): Promise<void> {
  const [clip] = await store.rows(
    `SELECT clips.id, clips.turn_id, turns.speaker, conversations.owner_id FROM clips
     JOIN turns ON turns.id = clips.turn_id JOIN conversations ON conversations.id = clips.conversation_id
     WHERE clips.conversation_id = $1`,
    [conversationId],
  );
  const { id: clipId, turn_id: turnId, speaker, owner_id: ownerId } = clip ?? {};
  await store.rows(`UPDATE turns SET voice_label = 'Speaker 1' WHERE id = $1`, [turnId]);
  await store.rows(
    `UPDATE turns SET given_speaker = 'Addie' WHERE conversation_id = $1 AND voice_label IS NULL`,
    [conversationId],
  );
  const kind = String(clipId).slice(4, -1);
  await store.rows(
    `INSERT INTO speaker_changes
       (id, conversation_id, from_name, to_name, bases, clip_id, ranges, to_label, created_at, undone_at)
     VALUES ('spk_' || $4 || '1', $1, 'Speaker 1', $3, '["Speaker 1"]', null, null, null, now(), null),
       ('spk_' || $4 || '2', $1, $3, 'Tom', '[]', $2,
        '[{"startMs":0,"endMs":900,"label":"Speaker 1"}]', 'Tom', now(), now())`,
    [conversationId, clipId, speaker, kind],
  );
  await store.rows(
    `INSERT INTO voice_profiles
       (id, owner_id, conversation_id, clip_id, voice_label, name, engine, embedding, window_count, created_at)
     VALUES ('vpr_' || $5 || '1', $6, $1, $2, 'Speaker 1', $3, 'voices:1', $4, 12, now())`,
    [conversationId, clipId, speaker, EMBEDDING, kind, ownerId],
  );
  await store.rows(
    `INSERT INTO rejected_names (conversation_id, voice_label, name, created_at)
     VALUES ($1, 'Speaker 1', 'Grace', now())`,
    [conversationId],
  );
}
