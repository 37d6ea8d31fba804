CREATE TABLE "speaker_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"from_name" text NOT NULL,
	"to_name" text NOT NULL,
	"bases" jsonb NOT NULL,
	"clip_id" text,
	"ranges" jsonb,
	"to_label" text,
	"created_at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "given_speaker" text;--> statement-breakpoint
ALTER TABLE "speaker_changes" ADD CONSTRAINT "speaker_changes_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "speaker_changes_conversation" ON "speaker_changes" USING btree ("conversation_id","id");