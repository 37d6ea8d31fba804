CREATE TABLE "renamed_conversations" (
	"rename_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"outcome" text NOT NULL,
	"change_id" text,
	CONSTRAINT "renamed_conversations_rename_id_conversation_id_pk" PRIMARY KEY("rename_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "speaker_renames" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"from_name" text NOT NULL,
	"to_name" text NOT NULL,
	"applied_by" text,
	"undone_by" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "renamed_conversations_conversation" ON "renamed_conversations" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "speaker_renames_owner" ON "speaker_renames" USING btree ("owner_id","id");