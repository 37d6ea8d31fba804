CREATE TABLE "gardens" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"dry" boolean NOT NULL,
	"litres" integer DEFAULT 0 NOT NULL
);
