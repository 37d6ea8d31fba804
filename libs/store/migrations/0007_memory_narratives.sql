CREATE TABLE "memory_narratives" (
	"memory_id" text NOT NULL,
	"position" integer NOT NULL,
	"narrative" text NOT NULL,
	"replaced_at" timestamp with time zone NOT NULL,
	CONSTRAINT "memory_narratives_memory_id_position_pk" PRIMARY KEY("memory_id","position")
);
--> statement-breakpoint
ALTER TABLE "memories" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memory_narratives" ADD CONSTRAINT "memory_narratives_memory_id_memories_id_fk" FOREIGN KEY ("memory_id") REFERENCES "public"."memories"("id") ON DELETE no action ON UPDATE no action;