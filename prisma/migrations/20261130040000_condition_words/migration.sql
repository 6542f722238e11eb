-- What became of a condition of a decision: met, not met with the reason, or another day. docs/decisions/0034.

-- CreateTable
CREATE TABLE "case_condition_words" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "condition_row" UUID NOT NULL,
    "condition_state" TEXT NOT NULL,
    "other_day" DATE,
    "condition_why" TEXT,

    CONSTRAINT "case_condition_words_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_condition_words_subject_id_seq_idx" ON "case_condition_words"("subject_id", "seq");
ALTER TABLE "case_condition_words" ADD CONSTRAINT "case_condition_words_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('conditionWords', 'case_condition_words', 'subject_id', true);

-- A word says why wherever a condition was not met by its day. It is about a condition of the same case, and comes from the gemeente or from the party that sees to it.
ALTER TABLE case_condition_words ADD CONSTRAINT said_why CHECK (condition_state = 'met' OR condition_why IS NOT NULL);
ALTER TABLE case_condition_words ADD CONSTRAINT other_day_given CHECK ((condition_state = 'otherDay') = (other_day IS NOT NULL));
CREATE FUNCTION app.condition_of_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF EXISTS (SELECT 1 FROM case_conditions c WHERE c.id = NEW.condition_row AND c.subject_id = NEW.subject_id
      AND (me.id IS NULL OR me.role = 'regisseur' OR (me.role = 'mentor' AND c.condition_by = 'provider') OR (me.role = 'officer' AND c.condition_by = 'corporation'))) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'no such condition' USING ERRCODE = 'TT012';
END $$;
CREATE TRIGGER condition_of_case AFTER INSERT ON case_condition_words FOR EACH ROW EXECUTE FUNCTION app.condition_of_case();
ALTER FUNCTION app.condition_of_case() OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.condition_of_case() FROM PUBLIC;
