-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fictional" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "covenant" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "tafel_host_id" UUID NOT NULL,

    CONSTRAINT "covenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "covenant_version" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "covenant_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "rules" JSONB NOT NULL,

    CONSTRAINT "covenant_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "covenant_party" (
    "covenant_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,

    CONSTRAINT "covenant_party_pkey" PRIMARY KEY ("covenant_id","organisation_id","valid_from")
);

-- CreateTable
CREATE TABLE "mandate" (
    "covenant_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,

    CONSTRAINT "mandate_pkey" PRIMARY KEY ("covenant_id","to_id")
);

-- CreateTable
CREATE TABLE "norm" (
    "kind" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "value" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT,
    "below_age" INTEGER,

    CONSTRAINT "norm_pkey" PRIMARY KEY ("kind","valid_from")
);

-- CreateTable
CREATE TABLE "code" (
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "parent" TEXT,

    CONSTRAINT "code_pkey" PRIMARY KEY ("list","code")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT,
    "fictional" BOOLEAN NOT NULL DEFAULT false,
    "deactivated_at" TIMESTAMPTZ,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "membership_id" UUID,
    "created_at" TIMESTAMPTZ NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "failed_sign_in" (
    "address_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "failed_sign_in_pkey" PRIMARY KEY ("address_hash","at")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "demo" BOOLEAN NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "household_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spine" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "covenant_id" UUID NOT NULL,
    "covenant_version_id" UUID NOT NULL,
    "person_id" UUID,
    "household_id" UUID,
    "stage" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "opened_on" DATE NOT NULL,

    CONSTRAINT "spine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relation" (
    "subject_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "covenant_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "person_id" UUID,
    "household_id" UUID,

    CONSTRAINT "relation_pkey" PRIMARY KEY ("subject_id","holder_id","relation","part")
);

-- CreateTable
CREATE TABLE "party" (
    "subject_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,

    CONSTRAINT "party_pkey" PRIMARY KEY ("subject_id","part")
);

-- CreateTable
CREATE TABLE "turn" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "subject_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "covenant_id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "holder_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "paused_on" DATE,

    CONSTRAINT "turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "covenant_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "subject_kind" TEXT,
    "subject_id" UUID,
    "step" TEXT,
    "from_stage" TEXT,
    "to_stage" TEXT,
    "shown" TEXT[],
    "tells" JSONB NOT NULL,
    "cause_id" UUID,
    "action_key" UUID,
    "payload_hash" TEXT,
    "request_id" TEXT,
    "taken_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ NOT NULL,
    "transaction_id" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chain" (
    "organisation_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "chain_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "journal_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "holder_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "delivered_at" TIMESTAMPTZ,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counter" (
    "covenant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("covenant_id","kind","year")
);

-- CreateTable
CREATE TABLE "policy_grant" (
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "needs" TEXT NOT NULL,

    CONSTRAINT "policy_grant_pkey" PRIMARY KEY ("kind","role","verb","object","stage","relation","needs")
);

-- CreateTable
CREATE TABLE "policy_cause" (
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "cause" TEXT NOT NULL,

    CONSTRAINT "policy_cause_pkey" PRIMARY KEY ("kind","step","cause")
);

-- CreateTable
CREATE TABLE "case_identity" (
    "person_id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "salutation" TEXT,

    CONSTRAINT "case_identity_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "case_contact" (
    "person_id" UUID NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "address" TEXT,
    "language" TEXT,

    CONSTRAINT "case_contact_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "case_bsn" (
    "person_id" UUID NOT NULL,
    "number" TEXT NOT NULL,

    CONSTRAINT "case_bsn_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "case_consents" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "recipient" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "case_consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_initials" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "initials" TEXT NOT NULL,

    CONSTRAINT "case_initials_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_parties" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "mentor_name" TEXT NOT NULL,
    "mentor_phone" TEXT,

    CONSTRAINT "case_parties_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_stay" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "setting" TEXT NOT NULL,
    "facility" TEXT NOT NULL,
    "law" TEXT NOT NULL,
    "product" TEXT,
    "since" DATE,
    "indication_until" DATE,

    CONSTRAINT "case_stay_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_readiness" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "ready_since" DATE NOT NULL,
    "wanted_from" DATE,

    CONSTRAINT "case_readiness_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_household" (
    "household_id" UUID NOT NULL,
    "adults" INTEGER NOT NULL,
    "children" INTEGER NOT NULL,
    "expecting" BOOLEAN NOT NULL,
    "pets" TEXT,

    CONSTRAINT "case_household_pkey" PRIMARY KEY ("household_id")
);

-- CreateTable
CREATE TABLE "case_residence" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "nationality" TEXT NOT NULL,
    "permit" TEXT NOT NULL,
    "permit_until" DATE,

    CONSTRAINT "case_residence_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_binding" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "origin_municipality" UUID NOT NULL,
    "preferred_municipality" UUID,
    "grounds" TEXT,
    "seeker_number" TEXT,

    CONSTRAINT "case_binding_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_income" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "year_income" INTEGER NOT NULL,
    "proof" TEXT NOT NULL,
    "proof_on" DATE,

    CONSTRAINT "case_income_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_debts" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "total" INTEGER,
    "creditors" INTEGER,
    "arrangement" TEXT NOT NULL,
    "rent_debt" BOOLEAN NOT NULL,
    "note" TEXT,

    CONSTRAINT "case_debts_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_bewind" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "contact_name" TEXT,
    "contact_phone" TEXT,

    CONSTRAINT "case_bewind_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_health" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "treatment" TEXT NOT NULL,
    "addiction" TEXT,

    CONSTRAINT "case_health_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_addiction_summary" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "summary" TEXT NOT NULL,

    CONSTRAINT "case_addiction_summary_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_zrm" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "measured_on" DATE NOT NULL,
    "finances" INTEGER NOT NULL,
    "work" INTEGER NOT NULL,
    "time_use" INTEGER NOT NULL,
    "housing" INTEGER NOT NULL,
    "domestic_relations" INTEGER NOT NULL,
    "mental_health" INTEGER NOT NULL,
    "physical_health" INTEGER NOT NULL,
    "substance_use" INTEGER NOT NULL,
    "basic_daily" INTEGER NOT NULL,
    "instrumental_daily" INTEGER NOT NULL,
    "social_network" INTEGER NOT NULL,
    "participation" INTEGER NOT NULL,
    "justice" INTEGER NOT NULL,

    CONSTRAINT "case_zrm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_support" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "hours_per_week" INTEGER NOT NULL,
    "reachable" TEXT NOT NULL,
    "delivered_by" TEXT NOT NULL,
    "start_on" DATE,
    "months" INTEGER,
    "needs" TEXT NOT NULL,

    CONSTRAINT "case_support_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_relapse_plan" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "signs" TEXT NOT NULL,
    "helps" TEXT NOT NULL,
    "crisis_contact" TEXT,

    CONSTRAINT "case_relapse_plan_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_housing_history" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "landlord" TEXT NOT NULL,
    "until" DATE,
    "ended" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "case_housing_history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_criminal" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "case_criminal_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_safety" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "threat" TEXT NOT NULL,
    "secrecy" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "case_safety_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_exclusions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "area" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "until" DATE,

    CONSTRAINT "case_exclusions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_exclusion_reasons" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "case_exclusion_reasons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_network" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "relation" TEXT NOT NULL,
    "phone" TEXT,

    CONSTRAINT "case_network_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_costs" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "place_per_day" INTEGER NOT NULL,
    "support_per_week" INTEGER NOT NULL,

    CONSTRAINT "case_costs_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_profile" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "dwelling" TEXT NOT NULL,
    "min_rooms" INTEGER,
    "max_rent" INTEGER,
    "ground_floor" BOOLEAN NOT NULL,
    "accessibility" TEXT NOT NULL,
    "environment" TEXT NOT NULL,
    "support_at_home" TEXT NOT NULL,
    "landing" TEXT NOT NULL,
    "careful_match" BOOLEAN NOT NULL,
    "approved_on" DATE,
    "client_comment" TEXT,

    CONSTRAINT "case_profile_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_support_summary" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "summary" TEXT NOT NULL,
    "hours_per_week" INTEGER NOT NULL,
    "reachable" TEXT NOT NULL,

    CONSTRAINT "case_support_summary_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_landlord_summary" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "legal_stay" BOOLEAN NOT NULL,
    "stayed_in" TEXT NOT NULL,

    CONSTRAINT "case_landlord_summary_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_income_class" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "class" TEXT NOT NULL,
    "aow_age" BOOLEAN NOT NULL,

    CONSTRAINT "case_income_class_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_debt_summary" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "regulated" TEXT NOT NULL,
    "rent_debt" BOOLEAN NOT NULL,

    CONSTRAINT "case_debt_summary_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_relapse_summary" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "who_to_call" TEXT NOT NULL,
    "when" TEXT NOT NULL,

    CONSTRAINT "case_relapse_summary_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_safety_flag" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "secret" BOOLEAN NOT NULL,

    CONSTRAINT "case_safety_flag_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_intake_check" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "missing" TEXT,

    CONSTRAINT "case_intake_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_agenda" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "tafel" UUID,
    "tafel_on" DATE,

    CONSTRAINT "case_agenda_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_decision" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "municipality" UUID,
    "priority" TEXT,
    "contract_form" TEXT,
    "conditions" TEXT,
    "ground" TEXT,
    "until" DATE,
    "follow_up_by" TEXT,
    "client_text" TEXT NOT NULL,
    "fixed_on" DATE,
    "adopted_on" DATE,

    CONSTRAINT "case_decision_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_tafel_notes" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "motivation" TEXT NOT NULL,

    CONSTRAINT "case_tafel_notes_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_offer_log" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "offer" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "counts" BOOLEAN NOT NULL,

    CONSTRAINT "case_offer_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_tenancy" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "dwelling" UUID NOT NULL,
    "offer" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "start_on" DATE NOT NULL,
    "rent" INTEGER NOT NULL,
    "key_on" DATE,

    CONSTRAINT "case_tenancy_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_placement" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "start_on" DATE NOT NULL,
    "key_on" DATE,
    "own_name_on" DATE,

    CONSTRAINT "case_placement_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_signatures" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "signatory" TEXT NOT NULL,
    "signed_on" DATE NOT NULL,
    "start_on" DATE NOT NULL,

    CONSTRAINT "case_signatures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_plan" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "goals" TEXT NOT NULL,
    "agreements" TEXT NOT NULL,
    "signed_on" DATE NOT NULL,

    CONSTRAINT "case_plan_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_guidance" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "plan_signed_on" DATE,

    CONSTRAINT "case_guidance_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_guidance_summary" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "running" BOOLEAN NOT NULL,
    "last_contact_on" DATE,

    CONSTRAINT "case_guidance_summary_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_visits" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "visited_on" DATE NOT NULL,
    "form" TEXT NOT NULL,
    "level" TEXT NOT NULL,

    CONSTRAINT "case_visits_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_visit_notes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "visited_on" DATE NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "case_visit_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_signals" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "case_signals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_signal_answers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "agreed" TEXT,

    CONSTRAINT "case_signal_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_arrears" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "months" INTEGER NOT NULL,
    "reminded" BOOLEAN NOT NULL,
    "contacted" BOOLEAN NOT NULL,
    "help_offered" BOOLEAN NOT NULL,
    "objected" BOOLEAN NOT NULL,

    CONSTRAINT "case_arrears_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_arrears_signal" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "months" INTEGER NOT NULL,
    "reported_on" DATE NOT NULL,

    CONSTRAINT "case_arrears_signal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_support_changes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "review_on" DATE NOT NULL,

    CONSTRAINT "case_support_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_evaluations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "rent_paid" BOOLEAN NOT NULL,
    "calm" BOOLEAN NOT NULL,
    "goals" TEXT NOT NULL,
    "advice" TEXT NOT NULL,
    "summary" TEXT NOT NULL,

    CONSTRAINT "case_evaluations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_escalations" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "rung" TEXT NOT NULL,
    "agreements" TEXT NOT NULL,

    CONSTRAINT "case_escalations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_omklap" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "note" TEXT,

    CONSTRAINT "case_omklap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_closing" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "on" DATE NOT NULL,

    CONSTRAINT "case_closing_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "dwelling_facts" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "street" TEXT NOT NULL,
    "house_number" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "municipality" UUID NOT NULL,
    "complex" TEXT,
    "type" TEXT NOT NULL,
    "rooms" INTEGER NOT NULL,
    "floor" INTEGER NOT NULL,
    "lift" BOOLEAN NOT NULL,
    "accessibility" TEXT NOT NULL,
    "rent" INTEGER NOT NULL,
    "service_costs" INTEGER,
    "available_from" DATE NOT NULL,

    CONSTRAINT "dwelling_facts_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "dwelling_block" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "dwelling_block_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "offer_terms" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "dwelling" UUID NOT NULL,
    "case" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "rent" INTEGER NOT NULL,
    "available_from" DATE NOT NULL,
    "failed" TEXT,
    "reason" TEXT,
    "live" BOOLEAN NOT NULL,

    CONSTRAINT "offer_terms_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "offer_answer" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "reason" TEXT,
    "note" TEXT,

    CONSTRAINT "offer_answer_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "tafel_session" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "at" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "tafel_session_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "tafel_items" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "case" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "on" BOOLEAN NOT NULL,

    CONSTRAINT "tafel_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tafel_attendance" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "seats" TEXT[],
    "present" TEXT NOT NULL,

    CONSTRAINT "tafel_attendance_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "tafel_adoption" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "chair_by" TEXT,
    "chair_on" DATE,
    "secretary_by" TEXT,
    "secretary_on" DATE,

    CONSTRAINT "tafel_adoption_pkey" PRIMARY KEY ("subject_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organisation_key_key" ON "organisation"("key");

-- CreateIndex
CREATE UNIQUE INDEX "covenant_key_key" ON "covenant"("key");

-- CreateIndex
CREATE UNIQUE INDEX "covenant_version_covenant_id_number_key" ON "covenant_version"("covenant_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "membership_covenant_id_organisation_id_role_idx" ON "membership"("covenant_id", "organisation_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "membership_account_id_organisation_id_covenant_id_role_key" ON "membership"("account_id", "organisation_id", "covenant_id", "role");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "spine_covenant_id_kind_stage_opened_on_id_idx" ON "spine"("covenant_id", "kind", "stage", "opened_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "spine_covenant_id_kind_number_key" ON "spine"("covenant_id", "kind", "number");

-- CreateIndex
CREATE INDEX "relation_holder_id_subject_kind_stage_number_idx" ON "relation"("holder_id", "subject_kind", "stage", "number");

-- CreateIndex
CREATE INDEX "relation_person_id_idx" ON "relation"("person_id");

-- CreateIndex
CREATE INDEX "relation_household_id_idx" ON "relation"("household_id");

-- CreateIndex
CREATE INDEX "turn_covenant_id_holder_id_role_due_on_id_idx" ON "turn"("covenant_id", "holder_id", "role", "due_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "turn_subject_id_task_key" ON "turn"("subject_id", "task");

-- CreateIndex
CREATE INDEX "journal_subject_id_seq_idx" ON "journal"("subject_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "journal_organisation_id_seq_key" ON "journal"("organisation_id", "seq");

-- CreateIndex
CREATE INDEX "outbox_holder_id_role_created_at_idx" ON "outbox"("holder_id", "role", "created_at");

-- CreateIndex
CREATE INDEX "case_consents_person_id_seq_idx" ON "case_consents"("person_id", "seq");

-- CreateIndex
CREATE INDEX "case_zrm_subject_id_seq_idx" ON "case_zrm"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_housing_history_subject_id_seq_idx" ON "case_housing_history"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_exclusions_subject_id_seq_idx" ON "case_exclusions"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_exclusion_reasons_subject_id_seq_idx" ON "case_exclusion_reasons"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_network_subject_id_seq_idx" ON "case_network"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_intake_check_subject_id_seq_idx" ON "case_intake_check"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_offer_log_subject_id_seq_idx" ON "case_offer_log"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_signatures_subject_id_seq_idx" ON "case_signatures"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_visits_subject_id_seq_idx" ON "case_visits"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_visit_notes_subject_id_seq_idx" ON "case_visit_notes"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_signals_subject_id_seq_idx" ON "case_signals"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_signal_answers_subject_id_seq_idx" ON "case_signal_answers"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_arrears_subject_id_seq_idx" ON "case_arrears"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_arrears_signal_subject_id_seq_idx" ON "case_arrears_signal"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_support_changes_subject_id_seq_idx" ON "case_support_changes"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_evaluations_subject_id_seq_idx" ON "case_evaluations"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_escalations_subject_id_seq_idx" ON "case_escalations"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_omklap_subject_id_seq_idx" ON "case_omklap"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "tafel_items_subject_id_seq_idx" ON "tafel_items"("subject_id", "seq");

-- AddForeignKey
ALTER TABLE "covenant_version" ADD CONSTRAINT "covenant_version_covenant_id_fkey" FOREIGN KEY ("covenant_id") REFERENCES "covenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "covenant_party" ADD CONSTRAINT "covenant_party_covenant_id_fkey" FOREIGN KEY ("covenant_id") REFERENCES "covenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "covenant_party" ADD CONSTRAINT "covenant_party_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_covenant_id_fkey" FOREIGN KEY ("covenant_id") REFERENCES "covenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_identity" ADD CONSTRAINT "case_identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_contact" ADD CONSTRAINT "case_contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_bsn" ADD CONSTRAINT "case_bsn_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_consents" ADD CONSTRAINT "case_consents_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_initials" ADD CONSTRAINT "case_initials_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_parties" ADD CONSTRAINT "case_parties_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_stay" ADD CONSTRAINT "case_stay_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_readiness" ADD CONSTRAINT "case_readiness_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_household" ADD CONSTRAINT "case_household_household_id_fkey" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_residence" ADD CONSTRAINT "case_residence_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_binding" ADD CONSTRAINT "case_binding_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_income" ADD CONSTRAINT "case_income_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_debts" ADD CONSTRAINT "case_debts_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_bewind" ADD CONSTRAINT "case_bewind_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_health" ADD CONSTRAINT "case_health_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_addiction_summary" ADD CONSTRAINT "case_addiction_summary_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_zrm" ADD CONSTRAINT "case_zrm_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_support" ADD CONSTRAINT "case_support_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_relapse_plan" ADD CONSTRAINT "case_relapse_plan_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_housing_history" ADD CONSTRAINT "case_housing_history_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_criminal" ADD CONSTRAINT "case_criminal_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_safety" ADD CONSTRAINT "case_safety_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_exclusions" ADD CONSTRAINT "case_exclusions_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_exclusion_reasons" ADD CONSTRAINT "case_exclusion_reasons_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_network" ADD CONSTRAINT "case_network_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_costs" ADD CONSTRAINT "case_costs_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_profile" ADD CONSTRAINT "case_profile_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_support_summary" ADD CONSTRAINT "case_support_summary_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_landlord_summary" ADD CONSTRAINT "case_landlord_summary_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_income_class" ADD CONSTRAINT "case_income_class_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_debt_summary" ADD CONSTRAINT "case_debt_summary_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_relapse_summary" ADD CONSTRAINT "case_relapse_summary_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_safety_flag" ADD CONSTRAINT "case_safety_flag_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_intake_check" ADD CONSTRAINT "case_intake_check_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_agenda" ADD CONSTRAINT "case_agenda_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_decision" ADD CONSTRAINT "case_decision_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_tafel_notes" ADD CONSTRAINT "case_tafel_notes_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_offer_log" ADD CONSTRAINT "case_offer_log_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_tenancy" ADD CONSTRAINT "case_tenancy_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_placement" ADD CONSTRAINT "case_placement_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_signatures" ADD CONSTRAINT "case_signatures_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_plan" ADD CONSTRAINT "case_plan_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_guidance" ADD CONSTRAINT "case_guidance_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_guidance_summary" ADD CONSTRAINT "case_guidance_summary_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_visits" ADD CONSTRAINT "case_visits_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_visit_notes" ADD CONSTRAINT "case_visit_notes_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_signals" ADD CONSTRAINT "case_signals_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_signal_answers" ADD CONSTRAINT "case_signal_answers_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_arrears" ADD CONSTRAINT "case_arrears_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_arrears_signal" ADD CONSTRAINT "case_arrears_signal_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_support_changes" ADD CONSTRAINT "case_support_changes_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_evaluations" ADD CONSTRAINT "case_evaluations_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_escalations" ADD CONSTRAINT "case_escalations_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_omklap" ADD CONSTRAINT "case_omklap_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_closing" ADD CONSTRAINT "case_closing_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dwelling_facts" ADD CONSTRAINT "dwelling_facts_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dwelling_block" ADD CONSTRAINT "dwelling_block_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_terms" ADD CONSTRAINT "offer_terms_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_answer" ADD CONSTRAINT "offer_answer_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tafel_session" ADD CONSTRAINT "tafel_session_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tafel_items" ADD CONSTRAINT "tafel_items_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tafel_attendance" ADD CONSTRAINT "tafel_attendance_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tafel_adoption" ADD CONSTRAINT "tafel_adoption_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

