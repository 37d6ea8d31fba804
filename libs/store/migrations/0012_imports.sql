CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"task_id" text NOT NULL,
	"file_name" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"format" text,
	"title" text,
	"result" jsonb,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "imports_owner" ON "imports" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "imports_task" ON "imports" USING btree ("task_id");--> statement-breakpoint
CREATE INDEX "imports_file" ON "imports" USING btree ("sha256");