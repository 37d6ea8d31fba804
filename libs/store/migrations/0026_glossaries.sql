CREATE TABLE "owner_glossaries" (
	"owner_id" text PRIMARY KEY NOT NULL,
	"entries" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "replacement_passages" (
	"replacement_id" text NOT NULL,
	"segment_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"turn_id" text NOT NULL,
	"before" text NOT NULL,
	"after" text NOT NULL,
	"edited_before" text,
	"outcome" text NOT NULL,
	CONSTRAINT "replacement_passages_replacement_id_segment_id_pk" PRIMARY KEY("replacement_id","segment_id")
);
--> statement-breakpoint
CREATE TABLE "replacements" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"level" text NOT NULL,
	"scope_id" text NOT NULL,
	"term" text NOT NULL,
	"forms" jsonb NOT NULL,
	"capitals" boolean NOT NULL,
	"applied_by" text,
	"undone_by" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "glossary_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "transcript_style" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "glossary" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "glossary_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "transcript_style" text;--> statement-breakpoint
CREATE INDEX "replacement_passages_turn" ON "replacement_passages" USING btree ("conversation_id","turn_id");--> statement-breakpoint
CREATE INDEX "replacements_owner" ON "replacements" USING btree ("owner_id","id");