CREATE TABLE "document_parts" (
	"document_id" text NOT NULL,
	"part" integer NOT NULL,
	"place" jsonb NOT NULL,
	"text" text NOT NULL,
	"cells" jsonb,
	CONSTRAINT "document_parts_document_id_part_pk" PRIMARY KEY("document_id","part")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"file_name" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"written_on" date NOT NULL,
	"format" text,
	"part_count" integer,
	"error_code" text,
	"task_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fact_decisions" (
	"fact_id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"agent" text NOT NULL,
	"decision" jsonb NOT NULL,
	"decided_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"agent" text NOT NULL,
	"source_id" text NOT NULL,
	"type" text NOT NULL,
	"label" text NOT NULL,
	"value" jsonb,
	"on_date" jsonb,
	"who" text,
	"status" text,
	"category" text,
	"certainty" text NOT NULL,
	"corrects" boolean NOT NULL,
	"clear" boolean NOT NULL,
	"quote" text NOT NULL,
	"citation" jsonb NOT NULL,
	"speaker" text,
	"said_on" date NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "project_agents" (
	"project_id" text NOT NULL,
	"agent" text NOT NULL,
	"wanted" integer DEFAULT 0 NOT NULL,
	"covered" integer DEFAULT 0 NOT NULL,
	"report_id" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "project_agents_project_id_agent_pk" PRIMARY KEY("project_id","agent")
);
--> statement-breakpoint
CREATE TABLE "projects" (
	"id" text PRIMARY KEY NOT NULL,
	"owner_id" text NOT NULL,
	"name" text NOT NULL,
	"currency" text NOT NULL,
	"time_zone" text NOT NULL,
	"refresh" text NOT NULL,
	"plan" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read_sources" (
	"project_id" text NOT NULL,
	"agent" text NOT NULL,
	"source_id" text NOT NULL,
	"reader" text NOT NULL,
	"revision" integer NOT NULL,
	"talk" jsonb NOT NULL,
	"dropped" jsonb NOT NULL,
	"error_code" text,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "read_sources_project_id_agent_source_id_pk" PRIMARY KEY("project_id","agent","source_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" text PRIMARY KEY NOT NULL,
	"project_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"agent" text NOT NULL,
	"task_id" text NOT NULL,
	"cause" text NOT NULL,
	"engine" text NOT NULL,
	"complete" boolean NOT NULL,
	"counts" jsonb NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "project_id" text;--> statement-breakpoint
ALTER TABLE "document_parts" ADD CONSTRAINT "document_parts_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_decisions" ADD CONSTRAINT "fact_decisions_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "facts" ADD CONSTRAINT "facts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project_agents" ADD CONSTRAINT "project_agents_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "read_sources" ADD CONSTRAINT "read_sources_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_project" ON "documents" USING btree ("project_id","id");--> statement-breakpoint
CREATE INDEX "fact_decisions_project" ON "fact_decisions" USING btree ("project_id","agent");--> statement-breakpoint
CREATE INDEX "facts_project" ON "facts" USING btree ("project_id","agent","said_at","id");--> statement-breakpoint
CREATE INDEX "facts_source" ON "facts" USING btree ("project_id","agent","source_id");--> statement-breakpoint
CREATE INDEX "project_agents_wanted" ON "project_agents" USING btree ("project_id") WHERE "project_agents"."wanted" > "project_agents"."covered";--> statement-breakpoint
CREATE INDEX "projects_owner" ON "projects" USING btree ("owner_id","id");--> statement-breakpoint
CREATE INDEX "reports_project" ON "reports" USING btree ("project_id","agent","id");--> statement-breakpoint
CREATE INDEX "conversations_project" ON "conversations" USING btree ("project_id","id") WHERE "conversations"."project_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "tasks_reports" ON "tasks" USING btree ("entity_id","id") WHERE "tasks"."type" = 'agent_report';