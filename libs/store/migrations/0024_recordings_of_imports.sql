ALTER TABLE "imports" ADD COLUMN "recording_file_name" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "recording_size_bytes" bigint;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "recording_sha256" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "transcribe" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "recordings" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "imports_recording" ON "imports" USING btree ("recording_sha256") WHERE "imports"."recording_sha256" IS NOT NULL;