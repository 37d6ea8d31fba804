CREATE TABLE "erasures" (
	"id" text PRIMARY KEY NOT NULL,
	"pseudonym" text NOT NULL,
	"owner_id" text,
	"owner_hash" text NOT NULL,
	"salt" text NOT NULL,
	"counts" jsonb,
	"requested_at" timestamp with time zone NOT NULL,
	"completed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "erasures_open" ON "erasures" USING btree ("owner_id") WHERE "erasures"."owner_id" IS NOT NULL;
--> statement-breakpoint
-- Volatile, so that it sees what was committed up to the moment of the call, not of the statement.
CREATE FUNCTION owner_is_being_erased(owner text) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM public.erasures WHERE owner_id = owner);
END
$$;
