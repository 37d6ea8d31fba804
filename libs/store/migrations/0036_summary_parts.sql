CREATE TABLE "summary_parts" (
	"conversation_id" text NOT NULL,
	"max_characters" integer NOT NULL,
	"first_turn_id" text NOT NULL,
	"first_number" integer NOT NULL,
	"looked_at_turn_id" text NOT NULL,
	"next_turn_id" text NOT NULL,
	"turn_count" integer NOT NULL,
	"speakers" jsonb NOT NULL,
	"characters" integer NOT NULL,
	"text_length" integer NOT NULL,
	"text_hash" text NOT NULL,
	CONSTRAINT "summary_parts_conversation_id_max_characters_first_turn_id_pk" PRIMARY KEY("conversation_id","max_characters","first_turn_id")
);
--> statement-breakpoint
CREATE TABLE "summary_readings" (
	"conversation_id" text PRIMARY KEY NOT NULL,
	"reading_id" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "summary_parts" ADD CONSTRAINT "summary_parts_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_readings" ADD CONSTRAINT "summary_readings_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "summary_parts_looked_at" ON "summary_parts" USING btree ("conversation_id","looked_at_turn_id");--> statement-breakpoint
CREATE INDEX "turns_speaker" ON "turns" USING btree ("conversation_id","speaker");
--> statement-breakpoint
-- Removes what was stored of the parts of conversations that turns belong to, and their readings (ADR 63). A part rests
-- on its turns, on the turns after it up to the one whose length ended it, and on the number of turns before it, which
-- its reader compares. The first part also rests on there being nothing before it. The lock comes first: whoever
-- stores parts holds it, so these are either seen here or not stored.
CREATE FUNCTION forget_summary_parts(changed_conversations text[], changed_turns text[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF cardinality(changed_turns) IS NULL THEN
    RETURN;
  END IF;
  PERFORM FROM conversations WHERE id = ANY(changed_conversations) ORDER BY id FOR NO KEY UPDATE;
  DELETE FROM summary_readings WHERE conversation_id = ANY(changed_conversations);
  DELETE FROM summary_parts AS part
  WHERE part.conversation_id = ANY(changed_conversations)
    AND part.looked_at_turn_id >= (SELECT min(turn_id) FROM unnest(changed_turns) AS turn_id)
    AND EXISTS (
      SELECT FROM unnest(changed_conversations, changed_turns) AS changed(conversation_id, turn_id)
      WHERE changed.conversation_id = part.conversation_id
        AND changed.turn_id <= part.looked_at_turn_id
        AND (part.first_number = 0 OR changed.turn_id >= part.first_turn_id));
END
$$;
--> statement-breakpoint
CREATE FUNCTION segments_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_summary_parts(array_agg(conversation_id), array_agg(turn_id))
  FROM (SELECT DISTINCT conversation_id, turn_id FROM new_rows) AS changed;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION segments_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_summary_parts(array_agg(conversation_id), array_agg(turn_id))
  FROM (SELECT DISTINCT conversation_id, turn_id FROM old_rows) AS changed;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- Only what a summary reads of a segment counts: claims, for example, change another column of thousands at once.
CREATE FUNCTION segments_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_conversations text[];
  of_turns text[];
BEGIN
  WITH before AS (
    SELECT conversation_id, turn_id, id, position, clip_id IS NULL AND end_ms <= 0 AS is_typed, start_ms,
           coalesce(edited, corrected, raw) AS shown FROM old_rows
  ), after AS (
    SELECT conversation_id, turn_id, id, position, clip_id IS NULL AND end_ms <= 0 AS is_typed, start_ms,
           coalesce(edited, corrected, raw) AS shown FROM new_rows
  ), changed AS (
    (TABLE before EXCEPT TABLE after) UNION ALL (TABLE after EXCEPT TABLE before)
  )
  SELECT array_agg(conversation_id), array_agg(turn_id) INTO of_conversations, of_turns
  FROM (SELECT DISTINCT conversation_id, turn_id FROM changed) AS distinct_turns;
  PERFORM forget_summary_parts(of_conversations, of_turns);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION turns_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_conversations text[];
  of_turns text[];
BEGIN
  WITH before AS (SELECT conversation_id, id, speaker, created_at FROM old_rows),
  after AS (SELECT conversation_id, id, speaker, created_at FROM new_rows),
  changed AS ((TABLE before EXCEPT TABLE after) UNION ALL (TABLE after EXCEPT TABLE before))
  SELECT array_agg(conversation_id), array_agg(id) INTO of_conversations, of_turns
  FROM (SELECT DISTINCT conversation_id, id FROM changed) AS distinct_turns;
  PERFORM forget_summary_parts(of_conversations, of_turns);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER summary_parts_of_added AFTER INSERT ON "segments"
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION segments_added();
--> statement-breakpoint
CREATE TRIGGER summary_parts_of_removed AFTER DELETE ON "segments"
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION segments_removed();
--> statement-breakpoint
CREATE TRIGGER summary_parts_of_changed AFTER UPDATE ON "segments"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION segments_changed();
--> statement-breakpoint
CREATE TRIGGER summary_parts_of_turns AFTER UPDATE ON "turns"
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION turns_changed();
