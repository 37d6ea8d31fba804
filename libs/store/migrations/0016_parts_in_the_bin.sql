ALTER TABLE "bin_items" ADD COLUMN "exchange_id" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "deletion_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "fact_decisions" ADD COLUMN "cited_turn" text;--> statement-breakpoint
CREATE INDEX "bin_items_exchange" ON "bin_items" USING btree ("exchange_id") WHERE "bin_items"."exchange_id" IS NOT NULL;--> statement-breakpoint
UPDATE "bin_items" SET "exchange_id" = (
  SELECT "row" ->> 'exchange_id' FROM "bin_rows" WHERE "item_id" = "bin_items"."id" AND "table_name" = 'memories'
) WHERE "kind" = 'memory';--> statement-breakpoint
UPDATE "fact_decisions" SET "cited_turn" = "citation" ->> 'turnId' FROM "facts" WHERE "facts"."id" = "fact_id";