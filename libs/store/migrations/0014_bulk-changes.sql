CREATE TABLE "bulk_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text,
	"task_id" text NOT NULL,
	"action" text NOT NULL,
	"permanently" boolean NOT NULL,
	"selection" jsonb NOT NULL,
	"last_id" text,
	"changed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bin_items" ADD COLUMN "deleted_by" text;--> statement-breakpoint
CREATE INDEX "bulk_changes_owner" ON "bulk_changes" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "bulk_changes_task" ON "bulk_changes" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "bin_items_deleted_by" ON "bin_items" USING btree ("deleted_by") WHERE "bin_items"."deleted_by" IS NOT NULL;