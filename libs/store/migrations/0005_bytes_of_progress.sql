ALTER TABLE "tasks" ALTER COLUMN "done" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "total" SET DATA TYPE bigint;