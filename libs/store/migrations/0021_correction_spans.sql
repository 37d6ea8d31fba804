ALTER TABLE "correction_changes" ALTER COLUMN "rule" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "correction_changes" ADD COLUMN "outcome" text DEFAULT 'taken' NOT NULL;--> statement-breakpoint
ALTER TABLE "correction_changes" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "correction_changes" ADD COLUMN "start_index" integer;--> statement-breakpoint
ALTER TABLE "correction_changes" ADD COLUMN "end_index" integer;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "refused_changes" integer DEFAULT 0 NOT NULL;