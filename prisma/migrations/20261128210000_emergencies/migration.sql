-- Noodtoegang: one person reads one case for an hour, for reading alone. docs/decisions/0017 says what it opens, who is told
-- and who judges it afterwards.

-- CreateTable
CREATE TABLE "emergency_opening" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "case" UUID NOT NULL,
    "case_number" TEXT NOT NULL,
    "opened_by" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    CONSTRAINT "emergency_opening_pkey" PRIMARY KEY ("subject_id")
);
CREATE TABLE "emergency_stopped" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "stopped_on" DATE NOT NULL,
    CONSTRAINT "emergency_stopped_pkey" PRIMARY KEY ("subject_id")
);
CREATE TABLE "emergency_review" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "findings" TEXT NOT NULL,
    "reviewed_on" DATE NOT NULL,
    CONSTRAINT "emergency_review_pkey" PRIMARY KEY ("subject_id")
);
ALTER TABLE "emergency_opening" ADD CONSTRAINT "emergency_opening_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "emergency_stopped" ADD CONSTRAINT "emergency_stopped_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "emergency_review" ADD CONSTRAINT "emergency_review_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('opening', 'emergency_opening', 'subject_id', false);
SELECT app.protect('stopped', 'emergency_stopped', 'subject_id', false);
SELECT app.protect('review', 'emergency_review', 'subject_id', false);

-- Derived from the opening by its trigger: who reads which case, and until which moment.
CREATE TABLE "emergency_access" (
    "subject_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "since" TIMESTAMPTZ NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "emergency_access_pkey" PRIMARY KEY ("subject_id")
);
CREATE INDEX "emergency_access_case_id_idx" ON "emergency_access"("case_id");
SELECT app.protect_derived('emergency_access', app.condition('read', 'ARRAY[''opening'']', 'subject_id'));

-- ── A relation that is held by one membership, until a moment ─────────────────────────────────────────────

ALTER TABLE "relation" ADD COLUMN "until" TIMESTAMPTZ;

-- The sentence of the policies, with one holder more and an end: still one probe of the index by which a subject is found.
CREATE OR REPLACE FUNCTION app.may(me public.membership, wanted text, objects text[], subject uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE r.subject_id = subject AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id, me.id)
      AND g.role = me.role AND g.verb = wanted AND g.object = ANY (objects) AND (g.needs = '' OR app.consented(r.person_id, g.needs))
      AND (r.until IS NULL OR r.until > clock_timestamp())
      AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id)));
END $$;
CREATE OR REPLACE FUNCTION app.may_of_person(me public.membership, wanted text, objects text[], person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE r.person_id = person AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id, me.id)
      AND g.role = me.role AND g.verb = wanted AND g.object = ANY (objects) AND (g.needs = '' OR app.consented(person, g.needs))
      AND (r.until IS NULL OR r.until > clock_timestamp())
      AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id)));
END $$;
CREATE OR REPLACE FUNCTION app.may_of_household(me public.membership, wanted text, objects text[], household uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE r.household_id = household AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id, me.id)
      AND g.role = me.role AND g.verb = wanted AND g.object = ANY (objects) AND (g.needs = '' OR app.consented(r.person_id, g.needs))
      AND (r.until IS NULL OR r.until > clock_timestamp())
      AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id)));
END $$;

CREATE OR REPLACE FUNCTION app.authorise_step(me public.membership, s public.spine, wanted text, caused_by uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE needs_cause boolean := EXISTS (SELECT 1 FROM policy_cause c WHERE c.kind = s.kind AND c.step = wanted);
BEGIN
  IF NOT EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
      WHERE r.subject_id = s.id AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id, me.id)
        AND g.role = me.role AND g.verb = 'take' AND g.object = wanted
        AND (r.until IS NULL OR r.until > clock_timestamp())
        AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id))) THEN
    RAISE EXCEPTION 'may not take %', wanted USING ERRCODE = '42501';
  END IF;
  IF needs_cause IS DISTINCT FROM (caused_by IS NOT NULL) OR (needs_cause AND NOT EXISTS (
      SELECT 1 FROM journal j JOIN policy_cause c ON c.cause = j.step WHERE j.id = caused_by AND c.kind = s.kind AND c.step = wanted AND j.transaction_id = pg_current_xact_id()::text)) THEN
    RAISE EXCEPTION '% is a consequence', wanted USING ERRCODE = '42501';
  END IF;
END $$;

-- As before, and what the own membership holds. Lists ask for a holder by its id, of the organisation or the covenant: what
-- is opened in an emergency comes in none of them.
DROP POLICY readable ON relation;
CREATE POLICY readable ON relation FOR SELECT TO thuistafel_app USING (covenant_id = (SELECT app.covenant()) AND CASE
  WHEN stage = 'new' THEN holder_id = (SELECT app.organisation())
  WHEN until IS NOT NULL AND until <= statement_timestamp() THEN false
  WHEN shield IS NOT NULL AND relation = 'emergency' AND NOT EXISTS (SELECT 1 FROM named_person n WHERE n.subject_id = relation.shield AND n.membership_id = (SELECT app.membership())) THEN false
  ELSE holder_id IN ((SELECT app.organisation()), (SELECT app.covenant()), (SELECT app.membership())) AND (subject_kind, stage, relation) IN
    (SELECT g.kind, g.stage, g.relation FROM policy_grant g WHERE g.role = (SELECT app.role()) AND g.verb = 'read' AND g.object = 'spine') END);

-- ── Finding the case, and what an emergency brings about ──────────────────────────────────────────────────

-- The one case that somebody points at, by a number or by exactly this family name and day of birth, and whose privacy officer
-- will judge. Nothing when it is not there, is shielded, is of another covenant, or is not the only one: nobody can tell
-- which of these it was. Five questions an hour are enough for an emergency, and too few for who looks for somebody.
CREATE FUNCTION app.emergency_case(numbers text[], family text, born date) RETURNS TABLE (id uuid, number text, reviewer text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); found uuid[];
BEGIN
  IF NOT EXISTS (SELECT 1 FROM policy_grant g WHERE g.kind = 'emergency' AND g.role = me.role AND g.verb = 'take' AND g.object = 'breakGlass') THEN RETURN; END IF;
  IF (SELECT count(*) FROM journal j WHERE j.organisation_id IN (SELECT m.organisation_id FROM membership m WHERE m.account_id = me.account_id) AND j.account_id = me.account_id
      AND j.recorded_at > clock_timestamp() - interval '1 hour' AND j.step = 'breakGlass' AND (j.kind = 'step' OR j.tells->>'reason' = 'noSuchCase')) >= 5 THEN
    RAISE EXCEPTION 'too many tries' USING ERRCODE = 'TT010';
  END IF;
  IF cardinality(numbers) > 0 THEN
    found := ARRAY(SELECT s.id FROM spine s WHERE s.covenant_id = me.covenant_id AND s.kind = 'case' AND s.number = ANY (numbers) AND NOT app.hidden(s.person_id));
  ELSE
    found := ARRAY(SELECT DISTINCT r.subject_id FROM case_identity i JOIN relation r ON r.person_id = i.person_id
      WHERE to_tsvector('simple', app.folded(i.given_name || ' ' || i.family_name)) @@ plainto_tsquery('simple', app.folded(family))
        AND app.folded(i.family_name) = app.folded(family) AND i.birth_date = born
        AND r.subject_kind = 'case' AND r.covenant_id = me.covenant_id AND r.stage <> 'closed' AND NOT app.hidden(i.person_id));
  END IF;
  IF cardinality(found) IS DISTINCT FROM 1 THEN RETURN; END IF;
  RETURN QUERY SELECT s.id, s.number, CASE WHEN EXISTS (SELECT 1 FROM membership m WHERE m.organisation_id = app.holder(s, 'provider') AND m.covenant_id = s.covenant_id
      AND m.role = 'privacyOfficer' AND m.account_id <> me.account_id AND app.live(m)) THEN 'provider' ELSE 'gemeente' END
    FROM spine s WHERE s.id = found[1];
END $$;

-- Whether some case of this person is shielded: then none of their cases can be opened in an emergency.
CREATE FUNCTION app.hidden(person uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM relation r WHERE r.person_id = person AND r.shield IS NOT NULL) $$;

-- Opens the case to one membership, for sixty minutes, in the transaction of the step: no access without its record.
CREATE FUNCTION app.emergency_opened() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); s spine; ends timestamptz := clock_timestamp() + interval '60 minutes';
BEGIN
  IF me.id IS NULL THEN RETURN NEW; END IF;
  -- Who shields the case at this moment is waited for.
  SELECT * INTO s FROM spine WHERE spine.id = NEW."case" AND spine.kind = 'case' AND spine.covenant_id = me.covenant_id FOR SHARE;
  -- What is not there opens nothing.
  IF s.id IS NULL THEN RETURN NEW; END IF;
  IF app.hidden(s.person_id) OR NEW.opened_by IS DISTINCT FROM me.id OR NEW.case_number <> s.number THEN
    RAISE EXCEPTION 'not to be opened' USING ERRCODE = '42501';
  END IF;
  INSERT INTO emergency_access VALUES (NEW.subject_id, s.id, me.organisation_id, me.id, me.account_id, clock_timestamp(), ends);
  INSERT INTO relation (subject_id, holder_id, relation, part, subject_kind, covenant_id, number, stage, person_id, household_id, due_on, until)
    SELECT r.subject_id, me.id, 'emergency', 'emergency', r.subject_kind, r.covenant_id, r.number, r.stage, r.person_id, r.household_id, r.due_on, CASE r.subject_id WHEN s.id THEN ends END
      FROM relation r WHERE r.subject_id IN (s.id, NEW.subject_id) AND r.relation = 'any'
  ON CONFLICT (subject_id, holder_id, relation, part) DO UPDATE SET until = excluded.until;
  RETURN NEW;
END $$;
CREATE TRIGGER opened AFTER INSERT ON emergency_opening FOR EACH ROW EXECUTE FUNCTION app.emergency_opened();

-- Nothing of an opening is changed afterwards: another case would be another emergency.
CREATE FUNCTION app.emergency_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RAISE EXCEPTION 'an opening stays as it was' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER kept BEFORE UPDATE ON emergency_opening FOR EACH ROW EXECUTE FUNCTION app.emergency_kept();

-- Ends these emergencies now. Who opened the same case twice reads it until the last one ends.
CREATE FUNCTION app.end_emergencies(ended uuid[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE emergency_access a SET until = clock_timestamp() WHERE a.subject_id = ANY (ended) AND a.until > clock_timestamp();
  UPDATE relation r SET until = (SELECT max(o.until) FROM emergency_access o WHERE o.case_id = a.case_id AND o.membership_id = a.membership_id)
    FROM emergency_access a WHERE a.subject_id = ANY (ended) AND r.subject_id = a.case_id AND r.holder_id = a.membership_id AND r.relation = 'emergency';
END $$;

CREATE FUNCTION app.emergency_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL THEN RETURN NEW; END IF;
  IF TG_TABLE_NAME = 'emergency_review' THEN
    IF EXISTS (SELECT 1 FROM emergency_access a WHERE a.subject_id = NEW.subject_id AND a.account_id = me.account_id) THEN
      RAISE EXCEPTION 'not the own emergency' USING ERRCODE = 'TT011';
    END IF;
    IF EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = NEW.subject_id AND t.holder_id <> me.organisation_id AND t.role = me.role) THEN
      RAISE EXCEPTION 'not theirs to review' USING ERRCODE = '42501';
    END IF;
  END IF;
  PERFORM app.end_emergencies(ARRAY[NEW.subject_id]);
  RETURN NEW;
END $$;
CREATE TRIGGER stopped AFTER INSERT ON emergency_stopped FOR EACH ROW EXECUTE FUNCTION app.emergency_ended();
CREATE TRIGGER reviewed AFTER INSERT ON emergency_review FOR EACH ROW EXECUTE FUNCTION app.emergency_ended();

-- A case that is shielded meanwhile closes at once, and every other case of this client or household with it.
CREATE FUNCTION app.emergency_shielded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.ended_on IS NULL THEN
    PERFORM app.end_emergencies(ARRAY(SELECT a.subject_id FROM spine s JOIN relation r ON r.person_id = s.person_id OR r.household_id = s.household_id
      JOIN emergency_access a ON a.case_id = r.subject_id WHERE s.id = NEW.subject_id AND r.relation = 'emergency'));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER shielded_emergencies AFTER INSERT OR UPDATE ON case_shield FOR EACH ROW EXECUTE FUNCTION app.emergency_shielded();

-- What was opened while an emergency lasted, by whoever opened it: names of groups and moments, for who judges. No contents.
CREATE FUNCTION app.emergency_readings(emergency uuid) RETURNS TABLE (object text, first_at timestamptz, last_at timestamptz, times int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.role IS DISTINCT FROM 'privacyOfficer' OR NOT app.may(me, 'read', '{opening}', emergency) THEN RETURN; END IF;
  RETURN QUERY SELECT o.object, min(j.recorded_at), max(j.recorded_at), count(*)::int
    FROM emergency_access a JOIN journal j ON j.organisation_id = a.organisation_id AND j.account_id = a.account_id AND j.recorded_at >= a.since AND j.recorded_at <= a.until, unnest(j.shown) o(object)
   WHERE a.subject_id = emergency AND j.subject_id = a.case_id AND j.kind = 'read' GROUP BY 1 ORDER BY 2, 1;
END $$;

-- As before; whoever opened an emergency answers for it themselves, also where another gemeente acts for theirs.
CREATE OR REPLACE FUNCTION app.holder(s public.spine, wanted text) RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE wanted WHEN 'tafel' THEN (SELECT c.tafel_host_id FROM covenant c WHERE c.id = s.covenant_id)
    WHEN 'opener' THEN (SELECT p.organisation_id FROM party p WHERE p.subject_id = s.id AND p.part = wanted)
    ELSE (SELECT app.acting(p.organisation_id, s.covenant_id) FROM party p WHERE p.subject_id = s.id AND p.part = wanted) END $$;

-- As before, with emergencies: their numbers begin with an N, and a privacy officer finds them in the own chain.
CREATE OR REPLACE FUNCTION app.next_number(wanted_kind text, in_covenant uuid, opened date) RETURNS text LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE n int; y int := extract(year FROM opened);
BEGIN
  INSERT INTO counter AS c (covenant_id, kind, year, last) VALUES (in_covenant, wanted_kind, y, 1)
    ON CONFLICT (covenant_id, kind, year) DO UPDATE SET last = c.last + 1 RETURNING last INTO n;
  RETURN (SELECT c.prefix FROM covenant c WHERE c.id = in_covenant) || '-'
    || CASE wanted_kind WHEN 'dwelling' THEN 'W' WHEN 'offer' THEN 'A' WHEN 'tafel' THEN 'T' WHEN 'membership' THEN 'M' WHEN 'emergency' THEN 'N' ELSE '' END
    || to_char(y % 100, 'FM00') || '-' || lpad(n::text, greatest(4, length(n::text)), '0');
END $$;
CREATE OR REPLACE FUNCTION app.subject_in_journal(wanted text) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.role IS DISTINCT FROM 'privacyOfficer' THEN RETURN NULL; END IF;
  RETURN (SELECT s.id FROM spine s WHERE s.covenant_id = me.covenant_id AND s.kind IN ('case', 'dwelling', 'offer', 'tafel', 'emergency') AND s.number = wanted
    AND EXISTS (SELECT 1 FROM journal j WHERE j.subject_id = s.id AND j.organisation_id = me.organisation_id AND j.covenant_id = me.covenant_id));
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.emergency_case(text[], text, date)', 'app.hidden(uuid)', 'app.emergency_opened()', 'app.emergency_kept()', 'app.end_emergencies(uuid[])',
      'app.emergency_ended()', 'app.emergency_shielded()', 'app.emergency_readings(uuid)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.emergency_case(text[], text, date), app.emergency_readings(uuid) TO thuistafel_app;
