ALTER TABLE "daily_token_use" ADD COLUMN "audio_ms" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_token_use" ADD COLUMN "audio_ms" bigint DEFAULT 0 NOT NULL;