-- What a decision of the tafel demands, each as it was adopted, and a correction as a new version. docs/decisions/0034.

ALTER TABLE "case_decision" ADD COLUMN     "housing_form" TEXT,
ADD COLUMN     "review_on" DATE,
ADD COLUMN     "to_region" TEXT,
ADD COLUMN     "valid_until" DATE;
ALTER TABLE "case_tafel_notes" ADD COLUMN     "deviation" TEXT,
ADD COLUMN     "dissent" TEXT,
ADD COLUMN     "dissent_by" UUID,
ADD COLUMN     "exception_until" DATE,
ADD COLUMN     "rule" TEXT;
CREATE TABLE "case_conditions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "begins" BOOLEAN NOT NULL,
    "condition" TEXT NOT NULL,
    "condition_by" TEXT,
    "condition_on" DATE,
    CONSTRAINT "case_conditions_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "case_decisions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "replaces" INTEGER,
    "tafel" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "municipality" UUID,
    "priority" TEXT,
    "contract_form" TEXT,
    "ground" TEXT,
    "until" DATE,
    "follow_up_by" TEXT,
    "housing_form" TEXT,
    "to_region" TEXT,
    "valid_until" DATE,
    "review_on" DATE,
    "client_text" TEXT NOT NULL,
    "deciders" TEXT[],
    "adopted_on" DATE,
    CONSTRAINT "case_decisions_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "case_decision_notes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "tafel" UUID NOT NULL,
    "motivation" TEXT NOT NULL,
    "dissent_by" UUID,
    "dissent" TEXT,
    "rule" TEXT,
    "deviation" TEXT,
    "exception_until" DATE,
    "ready_then" DATE,
    "corrects" TEXT,
    "proposed_by" TEXT,
    "confirmed_by" TEXT,
    "adopted_on" DATE,
    CONSTRAINT "case_decision_notes_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "case_board_answers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "board_answer" TEXT NOT NULL,
    CONSTRAINT "case_board_answers_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_conditions_subject_id_seq_idx" ON "case_conditions"("subject_id", "seq");
CREATE INDEX "case_decisions_subject_id_seq_idx" ON "case_decisions"("subject_id", "seq");
CREATE INDEX "case_decision_notes_subject_id_seq_idx" ON "case_decision_notes"("subject_id", "seq");
CREATE INDEX "case_board_answers_subject_id_seq_idx" ON "case_board_answers"("subject_id", "seq");
ALTER TABLE "case_conditions" ADD CONSTRAINT "case_conditions_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_decisions" ADD CONSTRAINT "case_decisions_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_decision_notes" ADD CONSTRAINT "case_decision_notes_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_board_answers" ADD CONSTRAINT "case_board_answers_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('conditions', 'case_conditions', 'subject_id', true);
SELECT app.protect('decisions', 'case_decisions', 'subject_id', true);
SELECT app.protect('decisionNotes', 'case_decision_notes', 'subject_id', true);
SELECT app.protect('boardAnswers', 'case_board_answers', 'subject_id', true);
CREATE INDEX case_decisions_by_tafel ON case_decisions (tafel) WHERE adopted_on IS NOT NULL;
CREATE INDEX case_decision_notes_by_rule ON case_decision_notes (covenant_id) WHERE rule IS NOT NULL;
ALTER TABLE case_decision_notes ADD CONSTRAINT two_people_correct CHECK (proposed_by <> confirmed_by);

-- The last decision of each case as it was adopted before: by which tafel stands in the journal. Of its conditions only the words are known.
INSERT INTO case_decisions (subject_id, organisation_id, recorded_on, covenant_id, version, tafel, outcome, municipality, priority, contract_form, ground, until, follow_up_by, client_text, deciders, adopted_on)
SELECT d.subject_id, j.organisation_id, d.adopted_on, d.covenant_id, 1, j.tafel, d.outcome, d.municipality, d.priority, d.contract_form, d.ground, d.until, d.follow_up_by, d.client_text, a.seats, d.adopted_on
FROM case_decision d CROSS JOIN LATERAL (SELECT o.organisation_id, c.subject_id AS tafel FROM journal o JOIN journal c ON c.id = o.cause_id
    WHERE o.subject_id = d.subject_id AND o.step = 'carryOutDecision' ORDER BY o.seq DESC LIMIT 1) j JOIN tafel_attendance a ON a.subject_id = j.tafel
WHERE d.adopted_on IS NOT NULL;
INSERT INTO case_decision_notes (subject_id, organisation_id, recorded_on, covenant_id, version, tafel, motivation, adopted_on)
SELECT d.subject_id, d.organisation_id, d.recorded_on, d.covenant_id, 1, d.tafel, n.motivation, d.adopted_on FROM case_decisions d JOIN case_tafel_notes n ON n.subject_id = d.subject_id;
INSERT INTO case_conditions (subject_id, organisation_id, recorded_on, covenant_id, version, begins, condition)
SELECT v.subject_id, v.organisation_id, v.recorded_on, v.covenant_id, 1, true, d.conditions FROM case_decisions v JOIN case_decision d ON d.subject_id = v.subject_id WHERE d.conditions IS NOT NULL;
ALTER TABLE case_decision DROP COLUMN "conditions";

-- The correction that another person proposed, and that was not confirmed yet: the last row before this one.
CREATE FUNCTION app.correction_proposed(kase uuid, before bigint DEFAULT 9223372036854775807) RETURNS SETOF case_decisions LANGUAGE sql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT d.* FROM case_decisions d JOIN case_decision_notes n ON n.subject_id = d.subject_id AND n.version = d.version AND n.proposed_by <> (app.actor()).account_id::text
  WHERE d.subject_id = kase AND d.seq < before AND d.adopted_on IS NULL AND d.replaces IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM case_decisions l WHERE l.subject_id = kase AND l.seq > d.seq AND l.seq < before) LIMIT 1
$$;

-- What was adopted stands. It is replaced by the correction that somebody else proposed, word for word; or a tafel that has the
-- case on its agenda decides anew, which counts when it is adopted.
CREATE FUNCTION app.decision_stands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE was date := OLD.adopted_on; said jsonb := to_jsonb(NEW) - '{subject_id,covenant_id,fixed_on,adopted_on}'::text[];
BEGIN
  IF NEW IS NOT DISTINCT FROM OLD THEN RETURN NEW; END IF;
  IF was IS NULL AND (NEW.adopted_on IS NULL OR EXISTS (SELECT 1 FROM case_agenda a JOIN tafel_adoption t ON t.subject_id = a.tafel
      WHERE a.subject_id = NEW.subject_id AND t.chair_by IS NOT NULL AND t.secretary_by IS NOT NULL)) THEN RETURN NEW; END IF;
  IF NEW.adopted_on IS NULL AND EXISTS (SELECT 1 FROM case_agenda a WHERE a.subject_id = NEW.subject_id AND a.tafel IS NOT NULL) THEN RETURN NEW; END IF;
  IF NEW.adopted_on IS NOT NULL AND EXISTS (SELECT 1 FROM app.correction_proposed(NEW.subject_id) p WHERE to_jsonb(p) @> said) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'this decision was adopted' USING ERRCODE = 'TT016';
END $$;
CREATE TRIGGER decision_stands BEFORE UPDATE ON case_decision FOR EACH ROW EXECUTE FUNCTION app.decision_stands();

-- Its reasons stand with it; those of a correction are kept beside them.
CREATE FUNCTION app.reasons_stand() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW IS NOT DISTINCT FROM OLD OR NOT EXISTS (SELECT 1 FROM case_decision d WHERE d.subject_id = NEW.subject_id AND d.adopted_on IS NOT NULL) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'this decision was adopted' USING ERRCODE = 'TT016';
END $$;
CREATE TRIGGER reasons_stand BEFORE UPDATE ON case_tafel_notes FOR EACH ROW EXECUTE FUNCTION app.reasons_stand();

-- The policies answer before what follows: it is asked of a row that they let in. A version is adopted once: by a list that chair and secretary adopted, or as the correction that another person proposed.
CREATE FUNCTION app.version_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (app.actor()).id IS NULL THEN RETURN NEW; END IF;
  IF EXISTS (SELECT 1 FROM case_decisions d WHERE d.subject_id = NEW.subject_id AND d.id <> NEW.id AND d.version >= NEW.version AND (d.adopted_on IS NOT NULL OR NEW.adopted_on IS NULL)) THEN
    RAISE EXCEPTION 'this decision was adopted' USING ERRCODE = 'TT016'; END IF;
  IF NEW.adopted_on IS NULL AND EXISTS (SELECT 1 FROM case_decisions d WHERE d.subject_id = NEW.subject_id AND d.version = NEW.replaces AND d.adopted_on IS NOT NULL) THEN RETURN NEW; END IF;
  IF NEW.replaces IS NULL AND EXISTS (SELECT 1 FROM tafel_adoption t JOIN case_decision c ON c.subject_id = NEW.subject_id AND c.adopted_on = NEW.adopted_on
      WHERE t.subject_id = NEW.tafel AND t.chair_by IS NOT NULL AND t.secretary_by IS NOT NULL
        AND to_jsonb(NEW) @> (to_jsonb(c) - '{subject_id,covenant_id,fixed_on,adopted_on}'::text[])) THEN RETURN NEW; END IF;
  IF NEW.adopted_on IS NOT NULL AND EXISTS (SELECT 1 FROM app.correction_proposed(NEW.subject_id, NEW.seq) p WHERE p.version = NEW.version
      AND to_jsonb(p) @> (to_jsonb(NEW) - '{id,seq,organisation_id,recorded_on,adopted_on}'::text[])) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'two people' USING ERRCODE = 'TT015';
END $$;
CREATE TRIGGER version_kept AFTER INSERT ON case_decisions FOR EACH ROW EXECUTE FUNCTION app.version_kept();

-- Whoever proposes a correction or confirms it is who does it; and no reason is added to what was adopted.
CREATE FUNCTION app.reasons_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF (app.actor()).id IS NULL THEN RETURN NEW; END IF;
  IF EXISTS (SELECT 1 FROM case_decision_notes n WHERE n.subject_id = NEW.subject_id AND n.id <> NEW.id AND n.version = NEW.version AND (n.adopted_on IS NOT NULL OR NEW.adopted_on IS NULL)) THEN
    RAISE EXCEPTION 'this decision was adopted' USING ERRCODE = 'TT016'; END IF;
  IF NOT EXISTS (SELECT 1 FROM case_decisions d WHERE d.subject_id = NEW.subject_id AND d.version = NEW.version AND d.adopted_on IS NOT DISTINCT FROM NEW.adopted_on)
    OR (NEW.confirmed_by IS NULL AND NEW.proposed_by IS NOT NULL AND NEW.proposed_by <> me.account_id::text)
    OR (NEW.adopted_on IS NULL AND NEW.proposed_by IS NULL)
    OR (NEW.confirmed_by IS NOT NULL AND (NEW.confirmed_by <> me.account_id::text OR NOT EXISTS (SELECT 1 FROM case_decision_notes n
      WHERE n.subject_id = NEW.subject_id AND n.id <> NEW.id AND n.version = NEW.version AND n.proposed_by = NEW.proposed_by))) THEN
    RAISE EXCEPTION 'two people' USING ERRCODE = 'TT015'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reasons_kept AFTER INSERT ON case_decision_notes FOR EACH ROW EXECUTE FUNCTION app.reasons_kept();

-- Nothing is put on a client afterwards: a condition comes before its decision is adopted.
CREATE FUNCTION app.condition_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (app.actor()).id IS NULL THEN RETURN NEW; END IF;
  IF EXISTS (SELECT 1 FROM case_decisions d WHERE d.subject_id = NEW.subject_id AND d.version >= NEW.version) THEN
    RAISE EXCEPTION 'this decision was adopted' USING ERRCODE = 'TT016'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER condition_kept AFTER INSERT ON case_conditions FOR EACH ROW EXECUTE FUNCTION app.condition_kept();

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.correction_proposed(uuid, bigint)', 'app.decision_stands()', 'app.reasons_stand()', 'app.version_kept()', 'app.reasons_kept()', 'app.condition_kept()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
