DROP INDEX "bin_rows_blob";--> statement-breakpoint
ALTER TABLE "bin_items" ADD COLUMN "kind" text DEFAULT 'conversation' NOT NULL;--> statement-breakpoint
ALTER TABLE "bin_items" ADD COLUMN "belongs_to" text;--> statement-breakpoint
ALTER TABLE "bin_items" ADD COLUMN "conversation_ids" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "bin_items_belongs_to" ON "bin_items" USING btree ("belongs_to") WHERE "bin_items"."belongs_to" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "tasks_project" ON "tasks" USING btree ("entity_id","id") WHERE "tasks"."entity_kind" = 'project';--> statement-breakpoint
CREATE INDEX "bin_rows_blob" ON "bin_rows" USING btree (("row" ->> 'sha256')) WHERE "bin_rows"."table_name" IN ('clips', 'documents');