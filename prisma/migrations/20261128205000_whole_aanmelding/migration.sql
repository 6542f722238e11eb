-- The whole aanmelding: who moves in, where somebody lived, their days, the contract that is proposed, what the start needs,
-- the word of client and provider; and the tracks that run beside the home, whose tasks outlast a stage.

-- AlterTable
ALTER TABLE "case_binding" ADD COLUMN     "own_reactions" INTEGER,
ADD COLUMN     "seeker_since" DATE;

-- AlterTable
ALTER TABLE "case_contact" ADD COLUMN     "reached_by" TEXT;

-- AlterTable
ALTER TABLE "case_income" ADD COLUMN     "assets" TEXT,
ADD COLUMN     "benefit_from" UUID;

-- AlterTable
ALTER TABLE "case_network" ADD COLUMN     "agreed_on" DATE,
ADD COLUMN     "standing" TEXT;

-- AlterTable
ALTER TABLE "case_parties" ADD COLUMN     "deputy_name" TEXT,
ADD COLUMN     "deputy_phone" TEXT;

-- AlterTable
ALTER TABLE "case_profile" ADD COLUMN     "lift" TEXT,
ADD COLUMN     "living_form" TEXT,
ADD COLUMN     "low_stimulus" TEXT,
ADD COLUMN     "outdoor_space" TEXT,
ADD COLUMN     "own_words" TEXT;

-- CreateTable
CREATE TABLE "case_members" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "lives" TEXT NOT NULL,
    "school" TEXT,

    CONSTRAINT "case_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_earlier_addresses" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "lived_as" TEXT NOT NULL,

    CONSTRAINT "case_earlier_addresses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_day_activity" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "activity" TEXT NOT NULL,
    "where" TEXT,
    "hours_per_week" INTEGER,
    "travel" TEXT,
    "wish" TEXT,

    CONSTRAINT "case_day_activity_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_contract_proposal" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "omklap_on" DATE,

    CONSTRAINT "case_contract_proposal_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_start_needs" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "furnishing" TEXT NOT NULL,
    "moving" TEXT NOT NULL,
    "first_rent" TEXT NOT NULL,
    "energy" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "case_start_needs_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_statement" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "informed_on" DATE NOT NULL,
    "client_signed_on" DATE,
    "provider_signed_on" DATE NOT NULL,
    "copy_given_on" DATE,

    CONSTRAINT "case_statement_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_tracks" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "track" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "due_on" DATE,
    "note" TEXT,

    CONSTRAINT "case_tracks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_members_subject_id_seq_idx" ON "case_members"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_earlier_addresses_subject_id_seq_idx" ON "case_earlier_addresses"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_tracks_subject_id_seq_idx" ON "case_tracks"("subject_id", "seq");

-- AddForeignKey
ALTER TABLE "case_members" ADD CONSTRAINT "case_members_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_earlier_addresses" ADD CONSTRAINT "case_earlier_addresses_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_day_activity" ADD CONSTRAINT "case_day_activity_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_contract_proposal" ADD CONSTRAINT "case_contract_proposal_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_start_needs" ADD CONSTRAINT "case_start_needs_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_statement" ADD CONSTRAINT "case_statement_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_tracks" ADD CONSTRAINT "case_tracks_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT app.protect('members', 'case_members', 'subject_id', true);
SELECT app.protect('earlierAddresses', 'case_earlier_addresses', 'subject_id', true);
SELECT app.protect('dayActivity', 'case_day_activity', 'subject_id', false);
SELECT app.protect('contractProposal', 'case_contract_proposal', 'subject_id', false);
SELECT app.protect('startNeeds', 'case_start_needs', 'subject_id', false);
SELECT app.protect('statement', 'case_statement', 'subject_id', false);
SELECT app.protect('tracks', 'case_tracks', 'subject_id', true);

-- As before; a task that lasts goes on in the next stage.
CREATE OR REPLACE FUNCTION app.turn_over(s public.spine, p jsonb, moved boolean, day date) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE x jsonb; who uuid; first date; lasting text[] := ARRAY(SELECT jsonb_array_elements_text(coalesce(p->'lasting', '[]')));
BEGIN
  DELETE FROM turn t WHERE t.subject_id = s.id
    AND ((moved AND NOT (t.task = ANY (lasting))) OR t.task IN (SELECT jsonb_array_elements_text(coalesce(p->'closes', '[]'))));
  UPDATE turn t SET due_on = (r->>'dueOn')::date, paused_on = NULL FROM jsonb_array_elements(coalesce(p->'resumes', '[]')) r WHERE t.subject_id = s.id AND t.task = r->>'task';
  FOR x IN SELECT * FROM jsonb_array_elements(coalesce(p->'opens', '[]')) LOOP
    who := app.holder(s, x->>'part');
    IF who IS NULL THEN RAISE EXCEPTION 'nobody holds %', x->>'task'; END IF;
    INSERT INTO turn (subject_id, subject_kind, covenant_id, task, role, holder_id, since, due_on, paused_on)
    VALUES (s.id, s.kind, s.covenant_id, x->>'task', x->>'role', who, day, (x->>'dueOn')::date, CASE WHEN (x->>'paused')::boolean THEN day END)
    ON CONFLICT (subject_id, task) DO UPDATE SET since = excluded.since, due_on = excluded.due_on, paused_on = excluded.paused_on, holder_id = excluded.holder_id;
  END LOOP;
  first := coalesce((SELECT min(t.due_on) FROM turn t WHERE t.subject_id = s.id AND t.paused_on IS NULL), '9999-12-31');
  UPDATE relation r SET due_on = first WHERE r.subject_id = s.id AND r.due_on <> first;
END $$;
