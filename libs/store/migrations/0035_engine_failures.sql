CREATE TABLE "engine_failures" (
	"engine" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"failed_at" timestamp with time zone NOT NULL
);
