CREATE TABLE "daily_token_use" (
	"day" date NOT NULL,
	"owner_id" text NOT NULL,
	"model" text NOT NULL,
	"requests" integer NOT NULL,
	"unreported" integer NOT NULL,
	"unpriced" integer NOT NULL,
	"input_tokens" bigint NOT NULL,
	"output_tokens" bigint NOT NULL,
	"cost" numeric NOT NULL,
	CONSTRAINT "daily_token_use_day_owner_id_model_pk" PRIMARY KEY("day","owner_id","model")
);
--> statement-breakpoint
CREATE TABLE "task_token_use" (
	"task_id" text NOT NULL,
	"model" text NOT NULL,
	"requests" integer NOT NULL,
	"unreported" integer NOT NULL,
	"unpriced" integer NOT NULL,
	"input_tokens" bigint NOT NULL,
	"output_tokens" bigint NOT NULL,
	"cost" numeric NOT NULL,
	CONSTRAINT "task_token_use_task_id_model_pk" PRIMARY KEY("task_id","model")
);
