CREATE TABLE "owner_settings" (
	"owner_id" text PRIMARY KEY NOT NULL,
	"scoring" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "memories" ADD COLUMN "kept_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memories" ADD COLUMN "kept_from" text;--> statement-breakpoint
CREATE INDEX "bin_items_projects" ON "bin_items" USING btree ("owner_id") WHERE "bin_items"."kind" = 'project';--> statement-breakpoint
CREATE INDEX "memories_kept" ON "memories" USING btree ("id") WHERE "memories"."kept_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "memories_kept_from" ON "memories" USING btree ("kept_from") WHERE "memories"."kept_from" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "memories_waiting_of_owner" ON "memories" USING btree ("owner_id","conversation_id") WHERE "memories"."significance_task_id" IS NULL;--> statement-breakpoint
UPDATE "memories" SET "kept_at" = "events"."created_at" FROM "events" WHERE "events"."type" = 'memory_kept' AND "events"."data"->>'memoryId' = "memories"."id";--> statement-breakpoint
-- Text in lower case as the hexadecimal digits of its bytes: a word occurs in a text only if its digits do. Trigrams of
-- digits are letters in every locale, so words of all scripts are found by an index of them.
CREATE FUNCTION search_bytes(given text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN encode(convert_to(lower(given), 'UTF8'), 'hex');
END $$;
--> statement-breakpoint
-- Without the extension, search works as before, by reading all texts.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
  RAISE WARNING 'the extension pg_trgm is not available: search by words reads all texts';
END $$;
--> statement-breakpoint
-- A small pending list: who inserts when it is full waits until it is merged.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') THEN
    CREATE INDEX segments_words ON segments
      USING gin (search_bytes(coalesce(edited, corrected, raw)) gin_trgm_ops) WITH (gin_pending_list_limit = 256);
    CREATE INDEX memories_words ON memories
      USING gin (search_bytes(narrative) gin_trgm_ops) WITH (gin_pending_list_limit = 256);
  END IF;
EXCEPTION WHEN undefined_object THEN
  RAISE WARNING 'the extension pg_trgm is in a schema that is not searched: search by words reads all texts';
END $$;
