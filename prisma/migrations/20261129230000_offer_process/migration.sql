-- An offer as a process of its own: a colleague agrees, the client is told and sees the dwelling, a refusal that would count is judged,
-- and whoever is next stands in reserve. docs/decisions/0044 says why.

-- AlterTable
ALTER TABLE "offer_answer" ADD COLUMN     "helped" TEXT;

-- CreateTable
CREATE TABLE "case_refusals_weighed" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "weighed" TEXT NOT NULL,
    "weighed_why" TEXT NOT NULL,

    CONSTRAINT "case_refusals_weighed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dwelling_reserve" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "next_in_line" TEXT,

    CONSTRAINT "dwelling_reserve_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "offer_agreement" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "offered_by" UUID NOT NULL,
    "agreed_by" UUID,

    CONSTRAINT "offer_agreement_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "offer_informed" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "told_on" DATE NOT NULL,
    "told_how" TEXT NOT NULL,

    CONSTRAINT "offer_informed_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "offer_viewings" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "view_on" DATE NOT NULL,
    "view_at" TEXT NOT NULL,
    "view_place" TEXT,
    "view_outcome" TEXT,

    CONSTRAINT "offer_viewings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_judgements" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "judgement" TEXT NOT NULL,
    "motivation" TEXT NOT NULL,

    CONSTRAINT "offer_judgements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_withdrawal" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "withdrawn_why" TEXT NOT NULL,

    CONSTRAINT "offer_withdrawal_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "offer_circumstances" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "seeker_print" TEXT NOT NULL,
    "home_print" TEXT NOT NULL,

    CONSTRAINT "offer_circumstances_pkey" PRIMARY KEY ("subject_id")
);

-- CreateIndex
CREATE INDEX "case_refusals_weighed_subject_id_seq_idx" ON "case_refusals_weighed"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "offer_viewings_subject_id_seq_idx" ON "offer_viewings"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "offer_judgements_subject_id_seq_idx" ON "offer_judgements"("subject_id", "seq");

-- AddForeignKey
ALTER TABLE "case_refusals_weighed" ADD CONSTRAINT "case_refusals_weighed_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dwelling_reserve" ADD CONSTRAINT "dwelling_reserve_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_agreement" ADD CONSTRAINT "offer_agreement_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_informed" ADD CONSTRAINT "offer_informed_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_viewings" ADD CONSTRAINT "offer_viewings_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_judgements" ADD CONSTRAINT "offer_judgements_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_withdrawal" ADD CONSTRAINT "offer_withdrawal_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_circumstances" ADD CONSTRAINT "offer_circumstances_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


SELECT app.protect('refusalsWeighed', 'case_refusals_weighed', 'subject_id', true);
SELECT app.protect('reserve', 'dwelling_reserve', 'subject_id', false);
SELECT app.protect('agreement', 'offer_agreement', 'subject_id', false);
SELECT app.protect('informed', 'offer_informed', 'subject_id', false);
SELECT app.protect('viewings', 'offer_viewings', 'subject_id', true);
SELECT app.protect('judgements', 'offer_judgements', 'subject_id', true);
SELECT app.protect('withdrawal', 'offer_withdrawal', 'subject_id', false);
SELECT app.protect('circumstances', 'offer_circumstances', 'subject_id', false);

-- Who proposed does not agree with themselves, whoever asks.
ALTER TABLE offer_agreement ADD CONSTRAINT offer_agreement_two_people CHECK (agreed_by <> offered_by);

-- All offers of one dwelling: who refused it before is looked up for each list of candidates.
CREATE INDEX offer_terms_dwelling ON offer_terms (dwelling) WHERE NOT live;

-- What waits to happen by itself, where a covenant says so: offers whose term has passed and was announced, and dwellings with somebody in
-- reserve. Ids alone, each with the membership that computes; the step itself is refused to whoever asks unless it follows.
CREATE FUNCTION app.offers_to_move() RETURNS TABLE (step text, subject_id uuid, membership_id uuid, organisation_id uuid, covenant_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT f.step, f.id, m.id, m.organisation_id, m.covenant_id FROM (
    SELECT 'letOfferExpire' AS step, s.id, s.covenant_id FROM turn t JOIN spine s ON s.id = t.subject_id
     WHERE t.task = 'answerOffer' AND t.due_on < app.today() AND app.follows_term(s, 'letOfferExpire')
    UNION ALL
    SELECT 'propose', s.id, s.covenant_id FROM turn t JOIN spine s ON s.id = t.subject_id AND s.kind = 'dwelling' AND s.stage = 'available'
      JOIN covenant_version v ON v.id = (SELECT l.id FROM covenant_version l WHERE l.covenant_id = s.covenant_id AND l.valid_from <= app.today() ORDER BY l.number DESC LIMIT 1)
     WHERE t.task = 'offerNext' AND v.rules #>> '{offers,nextInLine}' = 'byItself') f
  JOIN membership m ON m.covenant_id = f.covenant_id AND m.role = 'matching' AND m.ended_at IS NULL LIMIT 100 $$;
-- Who proposes holds the dwelling first, and sees what stands there then: of two officers the second waits, and finds it reserved. The unique
-- indexes stand behind it. True while it can be had; null where the actor may not propose for it.
CREATE FUNCTION app.hold_dwelling(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); held text;
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('officer', 'matching') OR NOT app.finds(me, 'dwelling', 'facts', wanted) THEN RETURN NULL; END IF;
  SELECT s.stage INTO held FROM spine s WHERE s.id = wanted FOR NO KEY UPDATE;
  RETURN held = 'available';
END $$;
ALTER FUNCTION app.hold_dwelling(uuid) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.hold_dwelling(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.hold_dwelling(uuid) TO thuistafel_app;
ALTER FUNCTION app.offers_to_move() OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.offers_to_move() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.offers_to_move() TO thuistafel_app;
