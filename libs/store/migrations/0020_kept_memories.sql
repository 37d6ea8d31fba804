ALTER TABLE "memories" ADD COLUMN "kept_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memories" ADD COLUMN "kept_from" text;--> statement-breakpoint
CREATE INDEX "memories_kept" ON "memories" USING btree ("id") WHERE "memories"."kept_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "memories_kept_from" ON "memories" USING btree ("kept_from") WHERE "memories"."kept_from" IS NOT NULL;--> statement-breakpoint
UPDATE "memories" SET "kept_at" = "events"."created_at" FROM "events" WHERE "events"."type" = 'memory_kept' AND "events"."data"->>'memoryId' = "memories"."id";
