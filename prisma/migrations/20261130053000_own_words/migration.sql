-- What an organisation adds to the agreements that it signs: proposed by one of its people, agreed to by another. docs/decisions/0042.

-- AlterTable
ALTER TABLE "case_placement" ADD COLUMN     "words_on" DATE;

-- CreateTable
CREATE TABLE "own_words" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "words" JSONB NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "ended_by" UUID,
    "ended_at" TIMESTAMPTZ,
    "outcome" TEXT,

    CONSTRAINT "own_words_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "own_words_organisation_id_number_key" ON "own_words"("organisation_id", "number");

-- AddForeignKey
ALTER TABLE "own_words" ADD CONSTRAINT "own_words_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_words" ADD CONSTRAINT "own_words_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "own_words" ADD CONSTRAINT "own_words_ended_by_fkey" FOREIGN KEY ("ended_by") REFERENCES "membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE own_words ADD CONSTRAINT an_outcome CHECK ((ended_at IS NULL) = (outcome IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL) AND outcome IN ('agreed', 'refused', 'withdrawn'));
CREATE UNIQUE INDEX one_wording_at_a_time ON own_words (organisation_id) WHERE ended_at IS NULL;
-- What was agreed stands on papers that every partner of a case may have; what waits or was refused is their own.
SELECT app.protect_derived('own_words', $$(organisation_id = ((SELECT app.actor())).organisation_id AND ((SELECT app.actor())).role IN ('organisationAdmin', 'corporatieLead', 'zorgLead', 'boardMember'))
  OR (outcome = 'agreed' AND EXISTS (SELECT 1 FROM covenant_party p WHERE p.organisation_id = own_words.organisation_id AND p.covenant_id = ((SELECT app.actor())).covenant_id))$$);

-- What was proposed stays as it was, whatever came of it.
REVOKE DELETE ON own_words FROM thuistafel_kernel;
CREATE FUNCTION app.words_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR (NEW.words, NEW.number, NEW.organisation_id, NEW.proposed_by) IS DISTINCT FROM (OLD.words, OLD.number, OLD.organisation_id, OLD.proposed_by) THEN
    RAISE EXCEPTION 'Proposed words are kept as they are' USING ERRCODE = 'TT002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER words_kept BEFORE UPDATE ON own_words FOR EACH ROW EXECUTE FUNCTION app.words_kept();

-- Proposes words after version `base` (0: the first). No row: not theirs to propose, one waits already, or `base` is the newest no longer.
CREATE FUNCTION app.propose_words(base int, its_words jsonb) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); made uuid;
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('organisationAdmin', 'corporatieLead', 'zorgLead') THEN RETURN NULL; END IF;
  INSERT INTO own_words (organisation_id, number, words, proposed_by, proposed_at)
    SELECT me.organisation_id, coalesce(max(w.number), 0) + 1, its_words, me.id, clock_timestamp() FROM own_words w
     WHERE w.organisation_id = me.organisation_id
    HAVING coalesce(max(w.number) FILTER (WHERE w.outcome = 'agreed'), 0) = base
    ON CONFLICT DO NOTHING RETURNING id INTO made;
  RETURN made;
END $$;

-- The second of two people, of the same organisation. False: not theirs to agree to, or too late.
CREATE FUNCTION app.agree_to_words(its uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  UPDATE own_words w SET ended_at = clock_timestamp(), ended_by = me.id, outcome = 'agreed' FROM membership p
   WHERE w.id = its AND w.ended_at IS NULL AND w.organisation_id = me.organisation_id
     AND me.role IN ('organisationAdmin', 'corporatieLead', 'zorgLead', 'boardMember') AND p.id = w.proposed_by AND p.account_id <> me.account_id;
  RETURN FOUND;
END $$;

-- Taken back by whoever proposed it, or refused by a colleague.
CREATE FUNCTION app.end_words(its uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  UPDATE own_words w SET ended_at = clock_timestamp(), ended_by = me.id, outcome = CASE WHEN p.account_id = me.account_id THEN 'withdrawn' ELSE 'refused' END FROM membership p
   WHERE w.id = its AND w.ended_at IS NULL AND w.organisation_id = me.organisation_id AND p.id = w.proposed_by
     AND me.role IN ('organisationAdmin', 'corporatieLead', 'zorgLead', 'boardMember');
  RETURN FOUND;
END $$;

ALTER FUNCTION app.words_kept() OWNER TO thuistafel_kernel;
ALTER FUNCTION app.propose_words(int, jsonb) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.agree_to_words(uuid) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.end_words(uuid) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.words_kept(), app.propose_words(int, jsonb), app.agree_to_words(uuid), app.end_words(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.propose_words(int, jsonb), app.agree_to_words(uuid), app.end_words(uuid) TO thuistafel_app;
