CREATE TABLE "renamed_conversations" (
	"rename_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"outcome" text NOT NULL,
	"change_id" text,
	CONSTRAINT "renamed_conversations_rename_id_conversation_id_pk" PRIMARY KEY("rename_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "speaker_renames" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"from_name" text NOT NULL,
	"to_name" text NOT NULL,
	"applied_by" text,
	"undone_by" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rejected_names" (
	"conversation_id" text NOT NULL,
	"voice_label" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rejected_names_conversation_id_voice_label_name_pk" PRIMARY KEY("conversation_id","voice_label","name")
);
--> statement-breakpoint
CREATE TABLE "voice_profiles" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"clip_id" text NOT NULL,
	"voice_label" text NOT NULL,
	"name" text NOT NULL,
	"engine" text NOT NULL,
	"embedding" "bytea" NOT NULL,
	"window_count" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "owner_settings" ADD COLUMN "voice_profiles" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rejected_names" ADD CONSTRAINT "rejected_names_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_profiles" ADD CONSTRAINT "voice_profiles_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "renamed_conversations_conversation" ON "renamed_conversations" USING btree ("conversation_id");--> statement-breakpoint
CREATE INDEX "speaker_renames_owner" ON "speaker_renames" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "voice_profiles_owner" ON "voice_profiles" USING btree ("owner_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "voice_profiles_voice" ON "voice_profiles" USING btree ("conversation_id","voice_label");--> statement-breakpoint
CREATE INDEX "voice_profiles_clip" ON "voice_profiles" USING btree ("clip_id");