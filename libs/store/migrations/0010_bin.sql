CREATE TABLE "bin_items" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"title" text NOT NULL,
	"stopped_tasks" jsonb NOT NULL,
	"deleted_at" timestamp with time zone NOT NULL,
	"permanent" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bin_rows" (
	"item_id" text NOT NULL,
	"table_name" text NOT NULL,
	"position" integer NOT NULL,
	"row" jsonb NOT NULL,
	CONSTRAINT "bin_rows_item_id_table_name_position_pk" PRIMARY KEY("item_id","table_name","position")
);
--> statement-breakpoint
CREATE TABLE "unused_blobs" (
	"sha256" text PRIMARY KEY NOT NULL,
	"noted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_sources" (
	"report_id" text NOT NULL,
	"source_id" text NOT NULL,
	CONSTRAINT "report_sources_report_id_source_id_pk" PRIMARY KEY("report_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "engine_answer_uses" (
	"key" text NOT NULL,
	"used_by" text NOT NULL,
	CONSTRAINT "engine_answer_uses_key_used_by_pk" PRIMARY KEY("key","used_by")
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_task_id_tasks_id_fk";
--> statement-breakpoint
ALTER TABLE "outbox" ALTER COLUMN "task_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "fact_decisions" ADD COLUMN "source_id" text;--> statement-breakpoint
ALTER TABLE "chunk_results" ADD COLUMN "audio_sha256" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "binned_task" jsonb;--> statement-breakpoint
ALTER TABLE "bin_rows" ADD CONSTRAINT "bin_rows_item_id_bin_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."bin_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bin_items_newest" ON "bin_items" USING btree ("deleted_at","id");--> statement-breakpoint
CREATE INDEX "bin_items_permanent" ON "bin_items" USING btree ("id") WHERE "bin_items"."permanent";--> statement-breakpoint
CREATE INDEX "bin_items_owner" ON "bin_items" USING btree ("owner_id","deleted_at","id");--> statement-breakpoint
CREATE INDEX "bin_rows_table" ON "bin_rows" USING btree ("table_name");--> statement-breakpoint
CREATE INDEX "bin_rows_blob" ON "bin_rows" USING btree (("row" ->> 'sha256')) WHERE "bin_rows"."table_name" = 'clips';--> statement-breakpoint
CREATE INDEX "report_sources_source" ON "report_sources" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "engine_answer_uses_user" ON "engine_answer_uses" USING btree ("used_by");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "clips_blob" ON "clips" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "documents_blob" ON "documents" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "fact_decisions_source" ON "fact_decisions" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "chunk_results_audio" ON "chunk_results" USING btree ("audio_sha256");
--> statement-breakpoint
UPDATE "chunk_results" SET "audio_sha256" = "clips"."sha256" FROM "task_chunks" JOIN "tasks" ON "tasks"."id" = "task_chunks"."task_id" JOIN "clips" ON "clips"."id" = "tasks"."clip_id" WHERE "task_chunks"."result_key" = "chunk_results"."key";
--> statement-breakpoint
DELETE FROM "chunk_results" WHERE "audio_sha256" IS NULL;
--> statement-breakpoint
UPDATE "fact_decisions" SET "source_id" = "facts"."source_id" FROM "facts" WHERE "facts"."id" = "fact_decisions"."fact_id";
--> statement-breakpoint
INSERT INTO "report_sources" ("report_id", "source_id") SELECT DISTINCT "reports"."id", "facts"."source_id" FROM "reports" CROSS JOIN jsonb_array_elements("reports"."content" -> 'entries') AS "entry" CROSS JOIN jsonb_array_elements_text("entry" -> 'factIds') AS "stated" JOIN "facts" ON "facts"."id" = "stated";
