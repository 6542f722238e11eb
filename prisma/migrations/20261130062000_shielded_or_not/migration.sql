-- Whether a subject is shielded is said; of which case the names count is not. That column held the id of the case also in the
-- row of an offer, so that a corporation that was not named the client could lay two of its offers together. docs/decisions/0014.
ALTER TABLE "spine" ADD COLUMN "shielded" BOOLEAN GENERATED ALWAYS AS (shield IS NOT NULL) STORED;
ALTER TABLE "relation" ADD COLUMN "shielded" BOOLEAN GENERATED ALWAYS AS (shield IS NOT NULL) STORED;

-- As before, by the names of the columns: one of them is the database's own to say.
CREATE OR REPLACE FUNCTION app.seat_member(m public.membership) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE s spine;
BEGIN
  IF EXISTS (SELECT 1 FROM spine WHERE spine.id = m.id) OR (SELECT o.kind = 'systeem' FROM organisation o WHERE o.id = m.organisation_id) THEN RETURN; END IF;
  s.id := m.id; s.kind := 'membership'; s.covenant_id := m.covenant_id; s.version := 0; s.opened_on := m.valid_from;
  s.stage := CASE WHEN m.ended_at IS NULL THEN 'active' ELSE 'ended' END;
  s.number := app.next_number('membership', m.covenant_id, m.valid_from);
  SELECT v.id INTO s.covenant_version_id FROM covenant_version v WHERE v.covenant_id = m.covenant_id ORDER BY v.number LIMIT 1;
  INSERT INTO spine (id, kind, number, covenant_id, covenant_version_id, stage, version, opened_on)
  VALUES (s.id, s.kind, s.number, s.covenant_id, s.covenant_version_id, s.stage, s.version, s.opened_on);
  INSERT INTO relation (subject_id, holder_id, relation, part, subject_kind, covenant_id, number, stage)
  VALUES (s.id, m.organisation_id, 'ours', 'opener', s.kind, s.covenant_id, s.number, s.stage), (s.id, m.covenant_id, 'any', 'covenant', s.kind, s.covenant_id, s.number, s.stage);
  INSERT INTO membership_seat (subject_id, covenant_id, name, email, role, since, until)
    SELECT m.id, m.covenant_id, a.name, a.email, m.role, m.valid_from, m.valid_until FROM account a WHERE a.id = m.account_id;
END $$;
CREATE OR REPLACE FUNCTION app.open_subject(wanted_kind text, opened date) RETURNS TABLE(id uuid, number text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); s spine;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM policy_grant g WHERE g.kind = wanted_kind AND g.role = me.role AND g.verb = 'take' AND g.stage = 'new') THEN
    RAISE EXCEPTION 'may not open a %', wanted_kind USING ERRCODE = 'TT002';
  END IF;
  s.id := gen_random_uuid(); s.kind := wanted_kind; s.covenant_id := me.covenant_id; s.stage := 'new'; s.version := 0; s.opened_on := opened;
  s.number := app.next_number(wanted_kind, me.covenant_id, opened);
  SELECT v.id INTO s.covenant_version_id FROM covenant_version v WHERE v.covenant_id = me.covenant_id AND v.valid_from <= opened ORDER BY v.number DESC LIMIT 1;
  IF s.covenant_version_id IS NULL THEN RAISE EXCEPTION 'no covenant version on %', opened USING ERRCODE = 'TT004'; END IF;
  IF wanted_kind = 'case' THEN
    s.person_id := gen_random_uuid(); s.household_id := gen_random_uuid();
    INSERT INTO person (id) VALUES (s.person_id); INSERT INTO household (id) VALUES (s.household_id);
  END IF;
  INSERT INTO spine (id, kind, number, covenant_id, covenant_version_id, person_id, household_id, stage, version, opened_on)
  VALUES (s.id, s.kind, s.number, s.covenant_id, s.covenant_version_id, s.person_id, s.household_id, s.stage, s.version, s.opened_on);
  INSERT INTO relation (subject_id, holder_id, relation, part, subject_kind, covenant_id, number, stage, person_id, household_id)
  VALUES (s.id, me.organisation_id, 'ours', 'opener', s.kind, s.covenant_id, s.number, s.stage, s.person_id, s.household_id),
         (s.id, s.covenant_id, 'any', 'covenant', s.kind, s.covenant_id, s.number, s.stage, s.person_id, s.household_id);
  RETURN QUERY SELECT s.id, s.number;
END $$;

-- Whether who asks was not named for a shielded subject. Of what is not theirs to see they are outside as well.
CREATE FUNCTION app.outside(subject uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  RETURN NOT EXISTS (SELECT 1 FROM spine s WHERE s.id = subject AND (s.shield IS NULL OR NOT app.unnamed(s.shield, me.id))
    AND app.may(me, 'read', ARRAY['spine'], subject));
END $$;

-- The alias of the case behind a shielded subject, for who may read it there.
CREATE FUNCTION app.alias_of(subject uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  RETURN (SELECT h.alias FROM spine s JOIN case_shield h ON h.subject_id = s.shield WHERE s.id = subject AND app.may(me, 'read', ARRAY['shield'], s.shield));
END $$;
ALTER FUNCTION app.outside(uuid) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.alias_of(uuid) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.outside(uuid), app.alias_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.outside(uuid), app.alias_of(uuid) TO thuistafel_app;

-- As before, by what may be read.
CREATE OR REPLACE FUNCTION app.homes_kept(first_day date, last_day date)
RETURNS TABLE (id uuid, number text, provider uuid, corporation uuid, persons int, key_on date, ended_on date, died boolean, closed_on date, well_on date, light_on date)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT s.id, s.number, p.organisation_id, c.organisation_id, coalesce(h.adults + h.children, 1), y.key_on,
      coalesce(e.home_ended_on, CASE WHEN x.reason IN ('verhuisd', 'terugNaarVoorziening', 'overleden') THEN x."on" END), coalesce(x.reason = 'overleden', false), x."on",
      CASE WHEN x.reason = 'goedAfgerond' THEN x."on" WHEN x.reason = 'verhuisd' AND e.destination IN ('andereWoning', 'bijNaasten') THEN e.home_ended_on END,
      CASE WHEN g.level = 'waakvlam' THEN g.since END
    FROM spine s JOIN case_placement y ON y.subject_id = s.id
      LEFT JOIN party p ON p.subject_id = s.id AND p.part = 'provider' LEFT JOIN party c ON c.subject_id = s.id AND c.part = 'corporation'
      LEFT JOIN case_household h ON h.household_id = s.household_id LEFT JOIN case_guidance g ON g.subject_id = s.id
      LEFT JOIN case_closing x ON x.subject_id = s.id AND s.stage = 'closed' LEFT JOIN case_home_end e ON e.subject_id = s.id
   WHERE s.covenant_id = (SELECT app.covenant()) AND s.kind = 'case' AND NOT s.shielded AND y.key_on BETWEEN first_day AND last_day $$;

REVOKE SELECT ON spine, relation FROM thuistafel_app;
GRANT SELECT (id, kind, number, covenant_id, covenant_version_id, person_id, household_id, stage, version, opened_on, shielded) ON spine TO thuistafel_app;
GRANT SELECT (subject_id, holder_id, relation, part, subject_kind, covenant_id, number, stage, person_id, household_id, due_on, until, shielded) ON relation TO thuistafel_app;
