ALTER TABLE "clips" ADD COLUMN "split_from" text;--> statement-breakpoint
ALTER TABLE "clips" ADD COLUMN "track" integer;--> statement-breakpoint
ALTER TABLE "clips" ADD COLUMN "channel" integer;--> statement-breakpoint
CREATE INDEX "clips_split" ON "clips" USING btree ("split_from") WHERE "clips"."split_from" IS NOT NULL;