CREATE TABLE "text_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"turn_id" text NOT NULL,
	"clip_id" text,
	"revision" integer NOT NULL,
	"replaced_by_task_id" text NOT NULL,
	"segments" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "owner_usage" (
	"owner_id" text NOT NULL,
	"day" date NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"audio_ms" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "owner_usage_owner_id_day_pk" PRIMARY KEY("owner_id","day")
);
--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "priority" text DEFAULT 'interactive' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "retry" jsonb;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "first_run_id" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "reopenings" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_turn_id_turns_id_fk" FOREIGN KEY ("turn_id") REFERENCES "public"."turns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_versions" ADD CONSTRAINT "text_versions_clip_id_clips_id_fk" FOREIGN KEY ("clip_id") REFERENCES "public"."clips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "text_versions_turn" ON "text_versions" USING btree ("conversation_id","turn_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "text_versions_once" ON "text_versions" USING btree ("turn_id","replaced_by_task_id","revision");--> statement-breakpoint
CREATE INDEX "conversations_behind" ON "conversations" USING btree ("id") WHERE "conversations"."revision" > "conversations"."summary_seen_revision";--> statement-breakpoint
CREATE INDEX "tasks_open_owner" ON "tasks" USING btree ("owner_id") WHERE "tasks"."ended_at" IS NULL;