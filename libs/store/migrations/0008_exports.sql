CREATE TABLE "exports" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" text NOT NULL,
	"task_id" text NOT NULL,
	"file_name" text,
	"size_bytes" bigint,
	"sha256" text,
	"counts" jsonb,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "exports_owner" ON "exports" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "exports_scope" ON "exports" USING btree ("scope_kind","scope_id");--> statement-breakpoint
CREATE INDEX "exports_task" ON "exports" USING btree ("task_id");