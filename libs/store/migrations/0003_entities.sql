ALTER TABLE "wakes" RENAME TO "work_signals";--> statement-breakpoint
ALTER SEQUENCE "wakes_id_seq" RENAME TO "work_signals_id_seq";--> statement-breakpoint
ALTER INDEX "wakes_pkey" RENAME TO "work_signals_pkey";--> statement-breakpoint
ALTER TABLE "tasks" RENAME COLUMN "stage" TO "step";--> statement-breakpoint
ALTER TABLE "tasks" RENAME COLUMN "urgent" TO "skips_quiet_wait";--> statement-breakpoint
ALTER TABLE "work_signals" RENAME COLUMN "conversation_id" TO "entity_id";--> statement-breakpoint
DROP INDEX "wakes_due";--> statement-breakpoint
DROP INDEX "tasks_waiting";--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "entity_kind" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "entity_id" text;--> statement-breakpoint
-- Until now every entity was a conversation.
UPDATE "tasks" SET "entity_kind" = 'conversation', "entity_id" = "conversation_id" WHERE "conversation_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "work_signals" ADD COLUMN "entity_kind" text NOT NULL DEFAULT 'conversation';--> statement-breakpoint
ALTER TABLE "work_signals" ALTER COLUMN "entity_kind" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "work_signals_due" ON "work_signals" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "tasks_waiting" ON "tasks" USING btree ("entity_kind","entity_id","id") WHERE "tasks"."state" = 'pending';
