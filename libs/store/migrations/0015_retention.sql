CREATE TABLE "retention_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"owner_id" text,
	"project_id" text,
	"kept_days" integer,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "retention_rules_scope" UNIQUE NULLS NOT DISTINCT("subject","owner_id","project_id")
);
--> statement-breakpoint
ALTER TABLE "clips" ADD COLUMN "audio_removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "transcript_removed_at" timestamp with time zone;