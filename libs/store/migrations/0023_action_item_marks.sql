CREATE TABLE "action_item_marks" (
	"conversation_id" text NOT NULL,
	"action_item_id" text NOT NULL,
	"turn_id" text NOT NULL,
	"mark" text NOT NULL,
	"item" jsonb NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "action_item_marks_conversation_id_action_item_id_pk" PRIMARY KEY("conversation_id","action_item_id")
);
--> statement-breakpoint
ALTER TABLE "action_item_marks" ADD CONSTRAINT "action_item_marks_conversation_id_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."conversations"("id") ON DELETE no action ON UPDATE no action;