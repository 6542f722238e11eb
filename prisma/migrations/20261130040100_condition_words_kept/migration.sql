-- A word about a condition gives another day where it says so; whose word it is, is asked of people alone. docs/decisions/0034.
ALTER TABLE case_condition_words DROP CONSTRAINT other_day_given;
ALTER TABLE case_condition_words ADD CONSTRAINT other_day_given CHECK (condition_state <> 'otherDay' OR other_day IS NOT NULL);
CREATE OR REPLACE FUNCTION app.condition_of_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL OR EXISTS (SELECT 1 FROM case_conditions c WHERE c.id = NEW.condition_row AND c.subject_id = NEW.subject_id
      AND (me.role = 'regisseur' OR (me.role = 'mentor' AND c.condition_by = 'provider') OR (me.role = 'officer' AND c.condition_by = 'corporation'))) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'no such condition' USING ERRCODE = 'TT012';
END $$;
