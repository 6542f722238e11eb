-- A region may open more than 9,999 cases in a year: their numbers have at least four digits, not at most.

CREATE OR REPLACE FUNCTION app.open_subject(wanted_kind text, opened date) RETURNS TABLE (id uuid, number text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); s spine; n int; y int := extract(year FROM opened); prefix text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM policy_grant g WHERE g.kind = wanted_kind AND g.role = me.role AND g.verb = 'take' AND g.stage = 'new') THEN
    RAISE EXCEPTION 'may not open a %', wanted_kind USING ERRCODE = 'TT002';
  END IF;
  INSERT INTO counter AS c (covenant_id, kind, year, last) VALUES (me.covenant_id, wanted_kind, y, 1)
    ON CONFLICT (covenant_id, kind, year) DO UPDATE SET last = c.last + 1 RETURNING last INTO n;
  SELECT c.prefix INTO prefix FROM covenant c WHERE c.id = me.covenant_id;
  s.id := gen_random_uuid(); s.kind := wanted_kind; s.covenant_id := me.covenant_id; s.stage := 'new'; s.version := 0; s.opened_on := opened;
  s.number := prefix || '-' || CASE wanted_kind WHEN 'dwelling' THEN 'W' WHEN 'offer' THEN 'A' WHEN 'tafel' THEN 'T' ELSE '' END || to_char(y % 100, 'FM00') || '-' || to_char(n, 'FM999990000');
  SELECT v.id INTO s.covenant_version_id FROM covenant_version v WHERE v.covenant_id = me.covenant_id AND v.valid_from <= opened ORDER BY v.number DESC LIMIT 1;
  IF s.covenant_version_id IS NULL THEN RAISE EXCEPTION 'no covenant version on %', opened USING ERRCODE = 'TT004'; END IF;
  IF wanted_kind = 'case' THEN
    s.person_id := gen_random_uuid(); s.household_id := gen_random_uuid();
    INSERT INTO person (id) VALUES (s.person_id); INSERT INTO household (id) VALUES (s.household_id);
  END IF;
  INSERT INTO spine SELECT s.*;
  INSERT INTO relation (subject_id, holder_id, relation, part, subject_kind, covenant_id, number, stage, person_id, household_id)
  VALUES (s.id, me.organisation_id, 'ours', 'opener', s.kind, s.covenant_id, s.number, s.stage, s.person_id, s.household_id),
         (s.id, s.covenant_id, 'any', 'covenant', s.kind, s.covenant_id, s.number, s.stage, s.person_id, s.household_id);
  RETURN QUERY SELECT s.id, s.number;
END $$;

-- A large world is written by the role that owns the rights, rows of lists included.
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO thuistafel_kernel;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO thuistafel_kernel;
