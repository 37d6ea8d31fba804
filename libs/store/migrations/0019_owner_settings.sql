CREATE TABLE "owner_settings" (
	"owner_id" text PRIMARY KEY NOT NULL,
	"scoring" boolean NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "memories_waiting_of_owner" ON "memories" USING btree ("owner_id","conversation_id") WHERE "memories"."significance_task_id" IS NULL;