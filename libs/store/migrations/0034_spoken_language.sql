ALTER TABLE "conversations" ADD COLUMN "spoken_language" text;--> statement-breakpoint
ALTER TABLE "owner_settings" ADD COLUMN "spoken_language" text;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "spoken_language" text;