CREATE TABLE "audit_event" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamptz NOT NULL,
	"actor" uuid,
	"role" text,
	"acting_for" uuid,
	"channel" text NOT NULL,
	"request" text NOT NULL,
	"action" text NOT NULL,
	"kind" text NOT NULL,
	"record" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"key" text NOT NULL,
	"prev" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"start_seq" bigint NOT NULL,
	"start_hash" "bytea" NOT NULL,
	"key" text NOT NULL,
	"mac" "bytea" NOT NULL,
	CONSTRAINT "audit_head_one" CHECK ("audit_head"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "audit_value" (
	"seq" bigint NOT NULL,
	"path" text NOT NULL,
	"subject" uuid,
	"salt" "bytea" NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "audit_value_seq_path_pk" PRIMARY KEY("seq","path")
);
--> statement-breakpoint
CREATE TABLE "series" (
	"name" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_run" (
	"id" uuid PRIMARY KEY NOT NULL,
	"host" text NOT NULL,
	"pid" integer NOT NULL,
	"started_at" timestamptz NOT NULL,
	"seen_at" timestamptz NOT NULL,
	"stopped_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "store_fact" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" "bytea" NOT NULL,
	"state" text NOT NULL,
	"uploaded_by" uuid,
	"at" timestamptz NOT NULL,
	"deleted_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "file_piece" (
	"file_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "file_piece_file_id_n_pk" PRIMARY KEY("file_id","n")
);
--> statement-breakpoint
CREATE TABLE "lease" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text,
	"beat" bigint NOT NULL,
	"for_ms" integer NOT NULL,
	"at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"args" jsonb NOT NULL,
	"due" timestamptz NOT NULL,
	"once" text,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"holder" uuid,
	"error" text,
	"created_at" timestamptz NOT NULL,
	"ended_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "dialogue" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"lang" text NOT NULL,
	"open" json,
	"open_draft" uuid,
	"suspended" json,
	"question" json,
	"kept" text,
	"shown" json,
	"version" integer NOT NULL,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"id" uuid PRIMARY KEY NOT NULL,
	"form" text NOT NULL,
	"subject_kind" text,
	"subject_id" text,
	"unit_id" uuid,
	"by_id" uuid,
	"state" text NOT NULL,
	"answers" json NOT NULL,
	"aside" json NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"name" text NOT NULL,
	"paused_until" timestamptz,
	"bulk_at" timestamptz,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chat" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"external" text NOT NULL,
	"kind" text NOT NULL,
	"dialogue_id" uuid NOT NULL,
	"unreachable_since" timestamptz,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"chat_id" uuid NOT NULL,
	"notice_id" uuid,
	"state" text NOT NULL,
	"holder" uuid,
	"attempts" integer NOT NULL,
	"unknowns" integer DEFAULT 0 NOT NULL,
	"ref" text,
	"why" text,
	"billed" boolean,
	"sent_at" timestamptz,
	"delivered_at" timestamptz,
	"read_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"at" timestamptz NOT NULL,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"event" jsonb,
	"error" text,
	"code" text,
	CONSTRAINT "inbox_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "message_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"chat_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"person_id" uuid,
	"at" timestamptz NOT NULL,
	"content" json NOT NULL,
	"slot" text
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"template" text NOT NULL,
	"values" jsonb NOT NULL,
	"buttons" jsonb,
	"topic" text NOT NULL,
	"holder" uuid,
	"urgent" boolean NOT NULL,
	"if_unknown" text NOT NULL,
	"state" text NOT NULL,
	"not_before" timestamptz NOT NULL,
	"hold_kind" text,
	"hold_id" text,
	"tried" jsonb NOT NULL,
	"message_id" uuid,
	"read_by" timestamptz,
	"why" text,
	"created_at" timestamptz NOT NULL,
	"ended_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "open_chat" (
	"account_id" uuid NOT NULL,
	"external" text NOT NULL,
	"run_id" uuid NOT NULL,
	CONSTRAINT "open_chat_account_id_external_run_id_pk" PRIMARY KEY("account_id","external","run_id")
);
--> statement-breakpoint
CREATE TABLE "duty" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"unit_id" uuid,
	"about_kind" text,
	"about_id" text,
	"template" text NOT NULL,
	"values" jsonb NOT NULL,
	"source" text NOT NULL,
	"once" text,
	"due" timestamptz,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid,
	"done_at" timestamptz,
	"done_by" uuid
);
--> statement-breakpoint
CREATE TABLE "import_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"import_id" uuid NOT NULL,
	"row" integer NOT NULL,
	"name" text NOT NULL,
	"verdict" text NOT NULL,
	"partner_id" uuid,
	"partner_version" integer,
	"plan" jsonb,
	"changes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"file_id" uuid,
	"file_name" text NOT NULL,
	"report_id" uuid,
	"fresh" integer NOT NULL,
	"changed" integer NOT NULL,
	"same" integer NOT NULL,
	"wrong" integer NOT NULL,
	"problems" jsonb NOT NULL,
	"created_by" uuid,
	"created_at" timestamptz NOT NULL,
	"checked_at" timestamptz,
	"entries_seen" integer,
	"decided_by" uuid,
	"applied_at" timestamptz,
	"row_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "legal_rule" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"no" integer NOT NULL,
	"edition" integer,
	"vi" text NOT NULL,
	"en" text NOT NULL,
	"citation" text NOT NULL,
	"certainty" text NOT NULL,
	"replaced" text,
	"proposed_by" uuid,
	"verified_by" uuid,
	"verified_at" timestamptz,
	"created_at" timestamptz NOT NULL,
	"superseded_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "need" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"round_id" uuid,
	"unit_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"plan_year" integer NOT NULL,
	"state" text NOT NULL,
	"state_reason" text,
	"reviewer_id" uuid,
	"officer_priority" integer,
	"is_emergency" boolean NOT NULL,
	"draft_id" uuid,
	"latest" integer NOT NULL,
	"accepted" integer,
	"pending" integer,
	"merged_into" uuid,
	"submitted_at" timestamptz NOT NULL,
	"submitted_late_minutes" integer,
	"row_version" integer NOT NULL,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid NOT NULL,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "need_attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"need_id" uuid,
	"draft_id" uuid,
	"file_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamptz NOT NULL,
	"by_id" uuid NOT NULL,
	CONSTRAINT "need_attachment_of" CHECK (need_id is not null or draft_id is not null)
);
--> statement-breakpoint
CREATE TABLE "need_question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"need_id" uuid NOT NULL,
	"text" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"at" timestamptz NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "need_revision" (
	"need_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"draft_id" uuid,
	"title" text NOT NULL,
	"title_en" text,
	"field" text NOT NULL,
	"objective" text NOT NULL,
	"objective_en" text,
	"places" jsonb NOT NULL,
	"province_wide" boolean NOT NULL,
	"village" text,
	"beneficiaries" jsonb NOT NULL,
	"budget" bigint NOT NULL,
	"requested_aid" bigint NOT NULL,
	"counterpart" bigint NOT NULL,
	"other_funding" bigint NOT NULL,
	"currency" text NOT NULL,
	"start" date NOT NULL,
	"end" date NOT NULL,
	"duration_months" integer NOT NULL,
	"contact" jsonb NOT NULL,
	"aid_kind" text,
	"activities" text,
	"rationale" text,
	"expected_results" text,
	"counterpart_kind" text,
	"priority" integer,
	"completeness" integer NOT NULL,
	"at" timestamptz NOT NULL,
	"by_id" uuid NOT NULL,
	CONSTRAINT "need_revision_need_id_no_pk" PRIMARY KEY("need_id","no")
);
--> statement-breakpoint
CREATE TABLE "aid_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"partner_id" uuid NOT NULL,
	"title_vi" text NOT NULL,
	"title_en" text,
	"aid_kind" text NOT NULL,
	"fields" text[] NOT NULL,
	"stage" text NOT NULL,
	"committed" bigint NOT NULL,
	"disbursed" bigint,
	"currency" text NOT NULL,
	"disbursed_on" date,
	"starts_on" date,
	"ends_on" date,
	"former_districts" text[] NOT NULL,
	"owner_unit_id" uuid,
	"owner_name" text,
	"approval_no" text,
	"approved_on" date,
	"demo" boolean NOT NULL,
	"row_version" integer NOT NULL,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"certificate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on_day" date NOT NULL,
	"document_no" text,
	"file_id" uuid,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "certificate_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"certificate_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"filed_on" date NOT NULL,
	"held_by" text NOT NULL,
	"since" date,
	"closed_on" date,
	"outcome" text,
	"row_version" integer NOT NULL,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_log" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"kind" text NOT NULL,
	"officer_id" uuid,
	"officer_name" text,
	"summary" text NOT NULL,
	"fields" text[] NOT NULL,
	"next_step" text,
	"next_due" date,
	"demo" boolean NOT NULL,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "introduction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"how" text,
	"audience" text NOT NULL,
	"needs" text[] NOT NULL,
	"officer_id" uuid,
	"demo" boolean NOT NULL,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "ngo_certificate" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text,
	"issued_on" date,
	"expires_on" date,
	"issuer" text,
	"fields" text[] NOT NULL,
	"areas" text[] NOT NULL,
	"nationwide" boolean NOT NULL,
	"representative_name" text,
	"head_name" text,
	"office_city" text,
	"file_id" uuid,
	"row_version" integer NOT NULL,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"name_en" text NOT NULL,
	"name_vi" text,
	"short_name" text,
	"aliases" text[] NOT NULL,
	"former_names" text[] NOT NULL,
	"country" text,
	"country_vi" text,
	"website" text,
	"address" text,
	"fields" text[] NOT NULL,
	"former_districts" text[] NOT NULL,
	"communes" text[] NOT NULL,
	"relation" text NOT NULL,
	"relation_reason" text,
	"criteria" jsonb NOT NULL,
	"tools" jsonb NOT NULL,
	"nature_vi" text,
	"nature_en" text,
	"officer_id" uuid,
	"published" boolean NOT NULL,
	"verified_at" timestamptz,
	"merged_into" uuid,
	"demo" boolean NOT NULL,
	"row_version" integer NOT NULL,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"position" text,
	"sealed" "bytea" NOT NULL,
	"active" boolean NOT NULL,
	"demo" boolean NOT NULL,
	"row_version" integer NOT NULL,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_merger" (
	"id" uuid PRIMARY KEY NOT NULL,
	"from_id" uuid NOT NULL,
	"into_id" uuid NOT NULL,
	"from_version" integer NOT NULL,
	"into_version" integer NOT NULL,
	"before" jsonb NOT NULL,
	"undone_at" timestamptz,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "partner_paper" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"policy_version" text NOT NULL,
	"text_hash" text NOT NULL,
	"channel" text NOT NULL,
	"at" timestamptz NOT NULL,
	"method" text NOT NULL,
	"withdrawn_at" timestamptz,
	"withdrawn_via" text
);
--> statement-breakpoint
CREATE TABLE "consent_text" (
	"hash" text PRIMARY KEY NOT NULL,
	"policy_version" text NOT NULL,
	"lang" text NOT NULL,
	"body" text NOT NULL,
	"first_used_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"external" text NOT NULL,
	"person_id" uuid,
	"status" text NOT NULL,
	"display_name" text,
	"invite_id" uuid,
	"agreed_at" timestamptz,
	"agreed_by" text,
	"linked_at" timestamptz,
	"ended_at" timestamptz,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invite" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"person_id" uuid,
	"unit_id" uuid,
	"role" text NOT NULL,
	"name" text,
	"position" text,
	"expires_at" timestamptz NOT NULL,
	"max_uses" integer NOT NULL,
	"uses" integer NOT NULL,
	"used_at" timestamptz,
	"used_by" uuid,
	"attempts" integer NOT NULL,
	"revoked_at" timestamptz,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "link_attempt" (
	"account_id" uuid NOT NULL,
	"external" text NOT NULL,
	"wrong" integer NOT NULL,
	"first_at" timestamptz NOT NULL,
	"locked_until" timestamptz
);
--> statement-breakpoint
CREATE TABLE "office" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"province_vi" text NOT NULL,
	"province_en" text NOT NULL,
	"division_vi" text NOT NULL,
	"division_en" text NOT NULL,
	"address" text NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	"symbol" text NOT NULL,
	"data_officer" text NOT NULL,
	"data_officer_phone" text NOT NULL,
	"hours" jsonb NOT NULL,
	"duty_phone" text NOT NULL,
	"demo" boolean NOT NULL,
	"updated_at" timestamptz NOT NULL,
	"updated_by" uuid,
	"row_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"full_name" text NOT NULL,
	"address" text,
	"position" text,
	"unit_id" uuid,
	"phone_sealed" "bytea",
	"phone_hash" "bytea",
	"office_line" text,
	"email" text,
	"active" boolean NOT NULL,
	"left_at" timestamptz,
	"demo" boolean NOT NULL,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid,
	"updated_at" timestamptz NOT NULL,
	"row_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid,
	"valid_from" timestamptz NOT NULL,
	"valid_to" timestamptz,
	"stands_in_for" uuid,
	"granted_by" uuid,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"commune_kind" text,
	"code" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"aliases" jsonb NOT NULL,
	"parent_id" uuid,
	"officer_id" uuid,
	"phone" text,
	"managing_agency" text,
	"approves_in_app" boolean NOT NULL,
	"is_border" boolean,
	"is_extremely_hard" boolean,
	"active_from" timestamptz NOT NULL,
	"active_to" timestamptz,
	"successor_id" uuid,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid,
	"updated_at" timestamptz NOT NULL,
	"row_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"action" text NOT NULL,
	"args" jsonb NOT NULL,
	"about" text NOT NULL,
	"reason" text,
	"state" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamptz,
	"answer" text,
	"result" jsonb,
	"lapses_at" timestamptz NOT NULL,
	"created_at" timestamptz NOT NULL,
	"row_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"plan_year" integer NOT NULL,
	"kind" text NOT NULL,
	"title_vi" text NOT NULL,
	"title_en" text NOT NULL,
	"doc_no" text,
	"doc_date" date,
	"opens_at" timestamptz NOT NULL,
	"due_at" timestamptz NOT NULL,
	"closes_at" timestamptz NOT NULL,
	"audience" jsonb NOT NULL,
	"note" text,
	"decided" text NOT NULL,
	"reason" text,
	"demo" boolean NOT NULL,
	"created_at" timestamptz NOT NULL,
	"created_by" uuid,
	"updated_at" timestamptz NOT NULL,
	"row_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "round_target" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"state" text NOT NULL,
	"before" text,
	"first_seen_at" timestamptz,
	"submitted_at" timestamptz,
	"late" boolean,
	"letter_no" text,
	"letter_date" date,
	"letter_signer" text,
	"letter_file" uuid,
	"letter_via" text,
	"promised_for" date,
	"extended_to" timestamptz,
	"decided_by" uuid,
	"decided_at" timestamptz,
	"updated_at" timestamptz NOT NULL,
	"row_version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unclear_message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"text" text NOT NULL,
	"asker" text NOT NULL,
	"lang" text NOT NULL,
	"why" text NOT NULL,
	"field" text,
	"read" text,
	"next" text,
	"sure" integer,
	"meant" text
);
--> statement-breakpoint
ALTER TABLE "import_entry" ADD CONSTRAINT "import_entry_import_id_register_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."register_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_attachment" ADD CONSTRAINT "need_attachment_need" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_question" ADD CONSTRAINT "need_question_need" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_revision" ADD CONSTRAINT "need_revision_need" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aid_grant" ADD CONSTRAINT "aid_grant_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_event" ADD CONSTRAINT "certificate_event_certificate_id_ngo_certificate_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."ngo_certificate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_request" ADD CONSTRAINT "certificate_request_certificate_id_ngo_certificate_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."ngo_certificate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_log" ADD CONSTRAINT "contact_log_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ngo_certificate" ADD CONSTRAINT "ngo_certificate_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_contact" ADD CONSTRAINT "partner_contact_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_merger" ADD CONSTRAINT "partner_merger_from_id_partner_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."partner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_merger" ADD CONSTRAINT "partner_merger_into_id_partner_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."partner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partner_paper" ADD CONSTRAINT "partner_paper_partner_id_partner_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event_record" ON "audit_event" USING btree ("kind","record","seq");--> statement-breakpoint
CREATE INDEX "audit_event_actor" ON "audit_event" USING btree ("actor","seq");--> statement-breakpoint
CREATE INDEX "audit_event_at" ON "audit_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_value_subject" ON "audit_value" USING btree ("subject") WHERE subject is not null;--> statement-breakpoint
CREATE INDEX "file_uploaded_by" ON "file" USING btree ("uploaded_by");--> statement-breakpoint
CREATE INDEX "file_sha256" ON "file" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "task_due" ON "task" USING btree ("due") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "task_once" ON "task" USING btree ("once") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "dialogue_person" ON "dialogue" USING btree ("person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "draft_unit" ON "draft" USING btree ("unit_id","updated_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "draft_by" ON "draft" USING btree ("by_id","updated_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "draft_subject" ON "draft" USING btree ("subject_kind","subject_id") WHERE subject_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "account_name" ON "account" USING btree ("channel","name");--> statement-breakpoint
CREATE UNIQUE INDEX "chat_external" ON "chat" USING btree ("account_id","external");--> statement-breakpoint
CREATE INDEX "chat_dialogue" ON "chat" USING btree ("dialogue_id");--> statement-breakpoint
CREATE INDEX "delivery_open" ON "delivery" USING btree ("holder") WHERE state in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "inbox_unsettled" ON "inbox" USING btree ("state","at") WHERE state <> 'done';--> statement-breakpoint
CREATE INDEX "message_chat" ON "message" USING btree ("chat_id","seq");--> statement-breakpoint
CREATE INDEX "message_slot" ON "message" USING btree ("chat_id","slot") WHERE slot is not null;--> statement-breakpoint
CREATE INDEX "notice_due" ON "notice" USING btree ("not_before") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "notice_read_by" ON "notice" USING btree ("read_by") WHERE read_by is not null;--> statement-breakpoint
CREATE INDEX "notice_hold" ON "notice" USING btree ("hold_kind","hold_id") WHERE state = 'waiting' and hold_kind is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "duty_once" ON "duty" USING btree ("once") WHERE done_at is null and once is not null;--> statement-breakpoint
CREATE INDEX "duty_person" ON "duty" USING btree ("person_id","due") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "import_entry_import" ON "import_entry" USING btree ("import_id","row");--> statement-breakpoint
CREATE INDEX "import_entry_partner" ON "import_entry" USING btree ("partner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_rule_no" ON "legal_rule" USING btree ("key","no");--> statement-breakpoint
CREATE INDEX "legal_rule_now" ON "legal_rule" USING btree ("key") WHERE superseded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "need_code" ON "need" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "need_draft" ON "need" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "need_unit" ON "need" USING btree ("unit_id","updated_at");--> statement-breakpoint
CREATE INDEX "need_round" ON "need" USING btree ("round_id","unit_id");--> statement-breakpoint
CREATE INDEX "need_state" ON "need" USING btree ("state","submitted_at");--> statement-breakpoint
CREATE INDEX "need_attachment_need" ON "need_attachment" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "need_attachment_draft" ON "need_attachment" USING btree ("draft_id") WHERE need_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "need_attachment_file" ON "need_attachment" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "need_question_need" ON "need_question" USING btree ("need_id","at");--> statement-breakpoint
CREATE INDEX "need_revision_field" ON "need_revision" USING btree ("field");--> statement-breakpoint
CREATE UNIQUE INDEX "aid_grant_code" ON "aid_grant" USING btree ("code");--> statement-breakpoint
CREATE INDEX "aid_grant_partner" ON "aid_grant" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "certificate_event_certificate" ON "certificate_event" USING btree ("certificate_id","on_day");--> statement-breakpoint
CREATE INDEX "certificate_event_telling" ON "certificate_event" USING btree ("certificate_id") WHERE kind in ('suspend', 'terminate', 'revoke', 'convert');--> statement-breakpoint
CREATE INDEX "certificate_request_open" ON "certificate_request" USING btree ("certificate_id") WHERE closed_on is null;--> statement-breakpoint
CREATE INDEX "contact_log_partner" ON "contact_log" USING btree ("partner_id","on_day");--> statement-breakpoint
CREATE INDEX "introduction_partner" ON "introduction" USING btree ("partner_id","on_day");--> statement-breakpoint
CREATE INDEX "introduction_day" ON "introduction" USING btree ("on_day");--> statement-breakpoint
CREATE INDEX "ngo_certificate_partner" ON "ngo_certificate" USING btree ("partner_id");--> statement-breakpoint
CREATE INDEX "ngo_certificate_expiry" ON "ngo_certificate" USING btree ("expires_on");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_key" ON "partner" USING btree ("key");--> statement-breakpoint
CREATE INDEX "partner_officer" ON "partner" USING btree ("officer_id");--> statement-breakpoint
CREATE INDEX "partner_contact_partner" ON "partner_contact" USING btree ("partner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "partner_paper_file" ON "partner_paper" USING btree ("partner_id","file_id");--> statement-breakpoint
CREATE INDEX "partner_paper_of_file" ON "partner_paper" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "consent_person" ON "consent" USING btree ("person_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "identity_external" ON "identity" USING btree ("account_id","external");--> statement-breakpoint
CREATE INDEX "identity_person" ON "identity" USING btree ("person_id") WHERE status = 'linked';--> statement-breakpoint
CREATE UNIQUE INDEX "invite_code" ON "invite" USING btree ("code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "link_attempt_chat" ON "link_attempt" USING btree ("account_id","external");--> statement-breakpoint
CREATE INDEX "person_unit" ON "person" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "person_phone" ON "person" USING btree ("phone_hash");--> statement-breakpoint
CREATE INDEX "role_grant_person" ON "role_grant" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "role_grant_unit" ON "role_grant" USING btree ("unit_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_code" ON "unit" USING btree ("code") WHERE active_to is null;--> statement-breakpoint
CREATE INDEX "unit_officer" ON "unit" USING btree ("officer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_about" ON "proposal" USING btree ("about") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "proposal_open" ON "proposal" USING btree ("lapses_at") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "round_code" ON "round" USING btree ("code");--> statement-breakpoint
CREATE INDEX "round_closes" ON "round" USING btree ("closes_at");--> statement-breakpoint
CREATE UNIQUE INDEX "round_target_unit" ON "round_target" USING btree ("round_id","unit_id");--> statement-breakpoint
CREATE INDEX "round_target_open" ON "round_target" USING btree ("round_id","state") WHERE state in ('not_started', 'in_progress');--> statement-breakpoint
CREATE INDEX "unclear_message_day" ON "unclear_message" USING btree ("day","id");