CREATE TABLE "speaker_results" (
	"key" text PRIMARY KEY NOT NULL,
	"audio_sha256" text NOT NULL,
	"ranges" jsonb NOT NULL,
	"times_grouped" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "voice_results" (
	"key" text PRIMARY KEY NOT NULL,
	"audio_sha256" text NOT NULL,
	"engine" text NOT NULL,
	"regions" jsonb NOT NULL,
	"windows" jsonb NOT NULL,
	"embedding_size" integer NOT NULL,
	"embeddings" "bytea" NOT NULL,
	"times_embedded" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "voice_label" text;--> statement-breakpoint
ALTER TABLE "task_chunks" ADD COLUMN "voice_key" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "speakers_key" text;--> statement-breakpoint
CREATE INDEX "speaker_results_audio" ON "speaker_results" USING btree ("audio_sha256");--> statement-breakpoint
CREATE INDEX "voice_results_audio" ON "voice_results" USING btree ("audio_sha256");