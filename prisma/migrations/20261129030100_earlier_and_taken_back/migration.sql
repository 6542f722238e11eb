-- From which registration a case takes over, and rows that were added wrongly. docs/decisions/0025 says why.

-- CreateTable
CREATE TABLE "case_earlier" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "earlier_case" UUID NOT NULL,
    "earlier_as" TEXT NOT NULL,
    "earlier_on" DATE NOT NULL,

    CONSTRAINT "case_earlier_pkey" PRIMARY KEY ("subject_id")
);
CREATE TABLE "case_taken_back" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "row" UUID NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "case_taken_back_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_taken_back_subject_id_seq_idx" ON "case_taken_back"("subject_id", "seq");
ALTER TABLE "case_earlier" ADD CONSTRAINT "case_earlier_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_taken_back" ADD CONSTRAINT "case_taken_back_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- The later registrations of a client, from the earlier one.
CREATE INDEX "case_earlier_case_idx" ON "case_earlier"("earlier_case") WHERE "earlier_as" = 'zelfde';
SELECT app.protect('earlier', 'case_earlier', 'subject_id', false);
SELECT app.protect('takenBack', 'case_taken_back', 'subject_id', true);

-- Derived from case_taken_back: which rows count no more. Everyone who reads the case reads it, for a list must be the same
-- for all its readers; an id says nothing to whoever does not read the list.
CREATE TABLE "row_taken_back" (
    "row_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    CONSTRAINT "row_taken_back_pkey" PRIMARY KEY ("row_id")
);
CREATE INDEX "row_taken_back_subject_id_idx" ON "row_taken_back"("subject_id");
SELECT app.protect_derived('row_taken_back', app.condition('read', 'ARRAY[''spine'']', 'subject_id'));

-- Only a row of the case itself, and only by the organisation that wrote it or the one whose list it is.
CREATE FUNCTION app.row_struck() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); wrote uuid; of_list text;
BEGIN
  IF me.id IS NULL THEN RETURN NEW; END IF;
  SELECT l.organisation_id, l.list INTO wrote, of_list FROM (
    SELECT organisation_id, 'provider' AS list FROM case_members WHERE id = NEW."row" AND subject_id = NEW.subject_id
    UNION ALL SELECT organisation_id, 'provider' FROM case_earlier_addresses WHERE id = NEW."row" AND subject_id = NEW.subject_id
    UNION ALL SELECT organisation_id, 'provider' FROM case_exclusions WHERE id = NEW."row" AND subject_id = NEW.subject_id
    UNION ALL SELECT organisation_id, 'provider' FROM case_exclusion_reasons WHERE id = NEW."row" AND subject_id = NEW.subject_id
    UNION ALL SELECT organisation_id, 'provider' FROM case_housing_history WHERE id = NEW."row" AND subject_id = NEW.subject_id
    UNION ALL SELECT organisation_id, 'provider' FROM case_network WHERE id = NEW."row" AND subject_id = NEW.subject_id
    UNION ALL SELECT organisation_id, 'provider' FROM case_zrm WHERE id = NEW."row" AND subject_id = NEW.subject_id
    UNION ALL SELECT organisation_id, holder FROM case_tracks WHERE id = NEW."row" AND subject_id = NEW.subject_id
    UNION ALL SELECT organisation_id, 'provider' FROM case_criteria WHERE id = NEW."row" AND subject_id = NEW.subject_id) l;
  IF wrote IS NULL OR (wrote <> me.organisation_id AND me.role <> CASE of_list WHEN 'gemeente' THEN 'regisseur' ELSE 'mentor' END) THEN
    RAISE EXCEPTION 'not theirs to take back' USING ERRCODE = 'TT012';
  END IF;
  INSERT INTO row_taken_back VALUES (NEW."row", NEW.subject_id);
  RETURN NEW;
END $$;
CREATE TRIGGER struck AFTER INSERT ON case_taken_back FOR EACH ROW EXECUTE FUNCTION app.row_struck();

-- As before; the number of a client whose earlier registration is linked to this one is no second person's.
CREATE OR REPLACE FUNCTION app.bsn_known(prints text[], of_case uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); whose uuid := (SELECT s.person_id FROM spine s WHERE s.id = of_case);
BEGIN
  IF me.id IS NULL OR NOT app.may_of_person(me, 'write', '{bsn}', whose) THEN RETURN NULL; END IF;
  IF (SELECT count(*) FROM journal j WHERE j.organisation_id = me.organisation_id AND j.account_id = me.account_id AND j.step = 'recordBsn'
      AND j.recorded_at > clock_timestamp() - interval '1 hour') >= 30 THEN
    RAISE EXCEPTION 'too many numbers' USING ERRCODE = 'TT009';
  END IF;
  RETURN EXISTS (SELECT 1 FROM bsn_print b WHERE b.print = ANY (prints) AND b.person_id <> whose
    AND NOT EXISTS (SELECT 1 FROM case_earlier e JOIN spine s ON s.id = e.earlier_case WHERE e.subject_id = of_case AND e.earlier_as = 'zelfde' AND s.person_id = b.person_id)
    AND EXISTS (SELECT 1 FROM spine s WHERE s.person_id = b.person_id AND s.covenant_id = me.covenant_id)
    AND NOT EXISTS (SELECT 1 FROM spine s WHERE s.person_id = b.person_id AND s.shield IS NOT NULL));
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.row_struck()', 'app.bsn_known(text[], uuid)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.bsn_known(text[], uuid) TO thuistafel_app;
