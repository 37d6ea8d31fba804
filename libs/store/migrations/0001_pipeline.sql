CREATE TABLE "correction_changes" (
	"segment_id" text NOT NULL,
	"position" integer NOT NULL,
	"task_id" text NOT NULL,
	"engine" text NOT NULL,
	"rule" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "correction_changes_segment_id_position_pk" PRIMARY KEY("segment_id","position")
);
--> statement-breakpoint
CREATE TABLE "summaries" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"revision" integer NOT NULL,
	"content" jsonb NOT NULL,
	"turn_count" integer NOT NULL,
	"engine" text NOT NULL,
	"task_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memories" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"conversation_id" text,
	"exchange_id" text,
	"narrative" text NOT NULL,
	"prior_dialogue" jsonb,
	"significance" integer,
	"reason" text,
	"engine" text,
	"rubric_version" text,
	"scored_at" timestamp with time zone,
	"significance_task_id" text,
	"pinned" boolean DEFAULT false NOT NULL,
	"auto_pinned" boolean DEFAULT false NOT NULL,
	"decided_by_person" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine_answers" (
	"key" text PRIMARY KEY NOT NULL,
	"engine" text NOT NULL,
	"answer" jsonb NOT NULL,
	"times_made" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wakes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tasks" RENAME COLUMN "done_ms" TO "done";--> statement-breakpoint
ALTER TABLE "tasks" RENAME COLUMN "total_ms" TO "total";--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "sequence" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "sequence" SET DEFAULT (pg_current_xact_id()::text)::bigint * 0 + nextval('events_sequence_seq');--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "clips" ADD COLUMN "task_id" text;--> statement-breakpoint
UPDATE "clips" SET "task_id" = "tasks"."id" FROM "tasks" WHERE "tasks"."clip_id" = "clips"."id";--> statement-breakpoint
ALTER TABLE "clips" ALTER COLUMN "task_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "exchange_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE "conversations" SET "exchange_count" = (SELECT count(*) FROM "exchanges" WHERE "exchanges"."conversation_id" = "conversations"."id");--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "glossary" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "summary_revision" integer;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "summary_seen_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "correction_task_id" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "summaries_conversation" ON "summaries" USING btree ("conversation_id","revision","id");--> statement-breakpoint
CREATE INDEX "memories_owner" ON "memories" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "memories_conversation" ON "memories" USING btree ("conversation_id","id");--> statement-breakpoint
CREATE INDEX "memories_task" ON "memories" USING btree ("significance_task_id");--> statement-breakpoint
CREATE INDEX "memories_pinned" ON "memories" USING btree ("owner_id") WHERE "memories"."pinned";--> statement-breakpoint
CREATE INDEX "memories_waiting" ON "memories" USING btree ("conversation_id") WHERE "memories"."significance_task_id" IS NULL;--> statement-breakpoint
CREATE INDEX "wakes_due" ON "wakes" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "segments_correction" ON "segments" USING btree ("correction_task_id");--> statement-breakpoint
CREATE INDEX "segments_waiting" ON "segments" USING btree ("conversation_id") WHERE "segments"."correction_task_id" IS NULL;--> statement-breakpoint
CREATE INDEX "turns_exchange" ON "turns" USING btree ("exchange_id","id");--> statement-breakpoint
CREATE INDEX "tasks_waiting" ON "tasks" USING btree ("conversation_id","id") WHERE "tasks"."state" = 'pending';--> statement-breakpoint
CREATE INDEX "tasks_open_summary" ON "tasks" USING btree ("conversation_id") WHERE "tasks"."type" = 'summary' AND "tasks"."ended_at" IS NULL;