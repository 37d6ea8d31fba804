CREATE TABLE "summary_edits" (
	"id" text PRIMARY KEY NOT NULL,
	"conversation_id" text NOT NULL,
	"base" jsonb NOT NULL,
	"content" jsonb,
	"edited_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "summary_style" jsonb;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "evidence" jsonb;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "template" text DEFAULT 'detailed' NOT NULL;--> statement-breakpoint
ALTER TABLE "summaries" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "summary_style" jsonb;--> statement-breakpoint
ALTER TABLE "summary_edits" ADD CONSTRAINT "summary_edits_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "summary_edits_conversation" ON "summary_edits" USING btree ("conversation_id","id");