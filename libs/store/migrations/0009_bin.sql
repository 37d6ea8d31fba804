CREATE TABLE "bin_items" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"title" text NOT NULL,
	"stopped_tasks" jsonb NOT NULL,
	"deleted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bin_rows" (
	"item_id" text NOT NULL,
	"table_name" text NOT NULL,
	"position" integer NOT NULL,
	"row" jsonb NOT NULL,
	CONSTRAINT "bin_rows_item_id_table_name_position_pk" PRIMARY KEY("item_id","table_name","position")
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_task_id_tasks_id_fk";
--> statement-breakpoint
ALTER TABLE "outbox" ALTER COLUMN "task_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "binned_task" jsonb;--> statement-breakpoint
ALTER TABLE "bin_rows" ADD CONSTRAINT "bin_rows_item_id_bin_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."bin_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bin_items_newest" ON "bin_items" USING btree ("deleted_at","id");--> statement-breakpoint
CREATE INDEX "bin_items_owner" ON "bin_items" USING btree ("owner_id","deleted_at","id");--> statement-breakpoint
CREATE INDEX "bin_rows_table" ON "bin_rows" USING btree ("table_name");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE set null ON UPDATE no action;