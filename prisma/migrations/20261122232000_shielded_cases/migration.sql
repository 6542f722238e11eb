-- A shielded case: who the client is and where is for named people only. docs/decisions/0014 says why it is done so.

-- CreateTable
CREATE TABLE "case_shield" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "end_proposed_on" DATE,
    "ended_on" DATE,
    CONSTRAINT "case_shield_pkey" PRIMARY KEY ("subject_id")
);
CREATE TABLE "case_named" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "person" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "named" BOOLEAN NOT NULL,
    CONSTRAINT "case_named_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_named_subject_id_seq_idx" ON "case_named"("subject_id", "seq");
ALTER TABLE "case_shield" ADD CONSTRAINT "case_shield_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_named" ADD CONSTRAINT "case_named_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('shield', 'case_shield', 'subject_id', false);
SELECT app.protect('named', 'case_named', 'subject_id', true);

-- The case whose named people alone read what tells who or where: its own, and that of an offer. Null: it is not shielded.
ALTER TABLE "spine" ADD COLUMN "shield" UUID;
ALTER TABLE "relation" ADD COLUMN "shield" UUID;
-- Derived from case_named by its trigger: the last word about each person.
CREATE TABLE "named_person" (
    "subject_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    CONSTRAINT "named_person_pkey" PRIMARY KEY ("subject_id", "membership_id")
);
SELECT app.protect_derived('named_person', 'membership_id = (SELECT app.membership())');

-- A right that is nobody's but the named people's on a shielded subject. What forgets to say so is guarded.
ALTER TABLE "policy_grant" ADD COLUMN "guarded" BOOLEAN NOT NULL DEFAULT true;

CREATE FUNCTION app.unnamed(shielded uuid, who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT 1 FROM public.named_person n WHERE n.subject_id = shielded AND n.membership_id = who) $$;

-- The sentence of the policies with one condition more, which costs nothing where a subject is not shielded.
CREATE OR REPLACE FUNCTION app.may(me public.membership, wanted text, objects text[], subject uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE r.subject_id = subject AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id)
      AND g.role = me.role AND g.verb = wanted AND g.object = ANY (objects) AND (g.needs = '' OR app.consented(r.person_id, g.needs))
      AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id)));
END $$;
CREATE OR REPLACE FUNCTION app.may_of_person(me public.membership, wanted text, objects text[], person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE r.person_id = person AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id)
      AND g.role = me.role AND g.verb = wanted AND g.object = ANY (objects) AND (g.needs = '' OR app.consented(person, g.needs))
      AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id)));
END $$;
CREATE OR REPLACE FUNCTION app.may_of_household(me public.membership, wanted text, objects text[], household uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE r.household_id = household AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id)
      AND g.role = me.role AND g.verb = wanted AND g.object = ANY (objects) AND (g.needs = '' OR app.consented(r.person_id, g.needs))
      AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id)));
END $$;

CREATE OR REPLACE FUNCTION app.authorise_step(me public.membership, s public.spine, wanted text, caused_by uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE needs_cause boolean := EXISTS (SELECT 1 FROM policy_cause c WHERE c.kind = s.kind AND c.step = wanted);
BEGIN
  IF NOT EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
      WHERE r.subject_id = s.id AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id)
        AND g.role = me.role AND g.verb = 'take' AND g.object = wanted
        AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id))) THEN
    RAISE EXCEPTION 'may not take %', wanted USING ERRCODE = '42501';
  END IF;
  IF needs_cause IS DISTINCT FROM (caused_by IS NOT NULL) OR (needs_cause AND NOT EXISTS (
      SELECT 1 FROM journal j JOIN policy_cause c ON c.cause = j.step WHERE j.id = caused_by AND c.kind = s.kind AND c.step = wanted AND j.transaction_id = pg_current_xact_id()::text)) THEN
    RAISE EXCEPTION '% is a consequence', wanted USING ERRCODE = '42501';
  END IF;
END $$;

-- As before; a relation that comes later is shielded like those that were there.
CREATE OR REPLACE FUNCTION app.relate(s public.spine, wanted_relation text, wanted_part text, organisation uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  -- Each part belongs to a kind of organisation; a guest at the table can be of any kind.
  IF NOT EXISTS (SELECT 1 FROM covenant_party p JOIN organisation o ON o.id = p.organisation_id
      WHERE p.covenant_id = s.covenant_id AND o.id = organisation AND o.kind = ANY (CASE wanted_part WHEN 'provider' THEN '{zorgaanbieder}'::text[]
        WHEN 'gemeente' THEN '{gemeente}' WHEN 'corporation' THEN '{corporatie}' WHEN 'localTeam' THEN '{wijkteam,welzijn}' ELSE '{gemeente,corporatie,zorgaanbieder,wijkteam,welzijn}' END)) THEN
    RAISE EXCEPTION 'not a party of the covenant for this part' USING ERRCODE = 'TT003';
  END IF;
  -- A part that passes to another is no longer of whoever had it. Guests come beside each other.
  DELETE FROM relation r WHERE r.subject_id = s.id AND r.part = wanted_part AND wanted_part <> 'guest';
  INSERT INTO party (subject_id, part, organisation_id, subject_kind) VALUES (s.id, wanted_part, organisation, s.kind)
    ON CONFLICT (subject_id, part) DO UPDATE SET organisation_id = excluded.organisation_id;
  INSERT INTO relation (subject_id, holder_id, relation, part, subject_kind, covenant_id, number, stage, person_id, household_id, shield)
    SELECT s.id, h, wanted_relation, wanted_part, s.kind, s.covenant_id, s.number, s.stage, s.person_id, s.household_id, s.shield
      FROM unnest(ARRAY[organisation, app.acting(organisation, s.covenant_id)]) h ON CONFLICT DO NOTHING;
END $$;

-- ── What shielding and naming bring about, and what they refuse whoever asks ───────────────────────────────

-- Shielded from now on for everyone but who shields it; the end needs the word of both organisations.
CREATE FUNCTION app.shield_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); before date := CASE TG_OP WHEN 'INSERT' THEN NEW.since ELSE OLD.ended_on END; wanted uuid := CASE WHEN NEW.ended_on IS NULL THEN NEW.subject_id END;
BEGIN
  IF (before IS NULL) = (NEW.ended_on IS NULL) THEN RETURN NEW; END IF;
  IF wanted IS NULL AND (me.role IS DISTINCT FROM 'regisseur' OR OLD.end_proposed_on IS NULL) THEN
    RAISE EXCEPTION 'the provider proposes and the gemeente agrees' USING ERRCODE = '42501';
  END IF;
  IF wanted IS NOT NULL THEN
    INSERT INTO named_person SELECT wanted, me.id WHERE me.id IS NOT NULL ON CONFLICT DO NOTHING;
  END IF;
  UPDATE spine s SET shield = wanted WHERE s.id = NEW.subject_id OR s.id IN (SELECT o.subject_id FROM offer_terms o WHERE o."case" = NEW.subject_id);
  UPDATE relation r SET shield = wanted WHERE r.subject_id = NEW.subject_id OR r.subject_id IN (SELECT o.subject_id FROM offer_terms o WHERE o."case" = NEW.subject_id);
  RETURN NEW;
END $$;
CREATE TRIGGER shielded AFTER INSERT OR UPDATE ON case_shield FOR EACH ROW EXECUTE FUNCTION app.shield_changed();

-- An offer to a shielded case says where the client will live.
CREATE FUNCTION app.offer_made() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE wanted uuid := (SELECT s.shield FROM spine s WHERE s.id = NEW."case");
BEGIN
  IF wanted IS NOT NULL THEN
    UPDATE spine s SET shield = wanted WHERE s.id = NEW.subject_id;
    UPDATE relation r SET shield = wanted WHERE r.subject_id = NEW.subject_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER offered AFTER INSERT ON offer_terms FOR EACH ROW EXECUTE FUNCTION app.offer_made();

-- Nobody names themselves; only people of an organisation that takes part; a team leader who was not named only their own
-- people; and of the provider and the gemeente somebody stays.
CREATE FUNCTION app.person_named() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); who membership; known boolean := NOT app.unnamed(NEW.subject_id, NEW.person);
BEGIN
  IF me.id IS NULL OR known = NEW.named THEN RETURN NEW; END IF;
  SELECT * INTO who FROM membership m WHERE m.id = NEW.person;
  IF NEW.named AND (who.id = me.id OR NOT EXISTS (SELECT 1 FROM relation r WHERE r.subject_id = NEW.subject_id AND r.shield = NEW.subject_id AND r.holder_id = who.organisation_id AND r.relation <> 'any')
      OR (who.organisation_id <> me.organisation_id AND app.unnamed(NEW.subject_id, me.id))) THEN
    RAISE EXCEPTION 'not to be named' USING ERRCODE = '42501';
  END IF;
  IF NEW.named THEN
    INSERT INTO named_person VALUES (NEW.subject_id, who.id);
    RETURN NEW;
  END IF;
  DELETE FROM named_person n WHERE n.subject_id = NEW.subject_id AND n.membership_id = who.id;
  IF (who.organisation_id <> me.organisation_id AND app.unnamed(NEW.subject_id, me.id)) OR (EXISTS (SELECT 1 FROM organisation o WHERE o.id = who.organisation_id AND o.kind IN ('zorgaanbieder', 'gemeente'))
      AND NOT EXISTS (SELECT 1 FROM named_person n JOIN membership m ON m.id = n.membership_id WHERE n.subject_id = NEW.subject_id AND m.organisation_id = who.organisation_id AND app.live(m))) THEN
    RAISE EXCEPTION 'not to be unnamed' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER named AFTER INSERT ON case_named FOR EACH ROW EXECUTE FUNCTION app.person_named();

-- As before, without the shielded cases: a count that left them out of one sum and not of another would say how many.
CREATE OR REPLACE FUNCTION app.region_counts(first_day date, last_day date) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); found jsonb;
BEGIN
  IF me.id IS NULL THEN RETURN NULL; END IF;
  WITH reads AS (
    SELECT g.object, array_agg(g.stage) AS stages FROM policy_grant g
     WHERE g.kind = 'case' AND g.role = 'reporting' AND g.verb = 'read' AND g.relation = 'any' AND g.needs = '' GROUP BY g.object
  ), cases AS (
    SELECT s.id, s.stage, s.household_id FROM spine s
     WHERE s.covenant_id = me.covenant_id AND s.kind = 'case' AND s.shield IS NULL AND s.stage = ANY ((SELECT stages FROM reads WHERE object = 'spine')::text[])
  ), ready AS (
    SELECT c.id, y.ready_since FROM cases c JOIN case_readiness y ON y.subject_id = c.id WHERE c.stage = ANY ((SELECT stages FROM reads WHERE object = 'readiness')::text[])
  ), homes AS (
    SELECT c.*, p.key_on, t.setting FROM cases c JOIN case_placement p ON p.subject_id = c.id JOIN case_stay t ON t.subject_id = c.id
     WHERE p.key_on >= first_day AND c.stage = ANY ((SELECT stages FROM reads WHERE object = 'placement')::text[]) AND c.stage = ANY ((SELECT stages FROM reads WHERE object = 'stay')::text[])
  ), housed AS (
    SELECT m.setting, coalesce(h.adults + h.children, 1) AS persons, CASE WHEN y.ready_since IS NOT NULL THEN greatest(0, m.key_on - y.ready_since) END AS waited, m.stage = 'aftercare' AND coalesce(g.level, '') <> 'waakvlam' AS guided
      FROM homes m LEFT JOIN ready y ON y.id = m.id
      LEFT JOIN case_household h ON h.household_id = m.household_id AND m.stage = ANY ((SELECT stages FROM reads WHERE object = 'household')::text[])
      LEFT JOIN case_guidance g ON g.subject_id = m.id AND m.stage = ANY ((SELECT stages FROM reads WHERE object = 'guidance')::text[])
  ), running AS (
    SELECT c.stage, CASE WHEN y.ready_since IS NOT NULL THEN greatest(0, last_day - y.ready_since) END AS waiting FROM cases c LEFT JOIN ready y ON y.id = c.id WHERE c.stage IN ('intake', 'tafel', 'matching', 'tenancy')
  )
  SELECT jsonb_build_object(
    'origins', (SELECT coalesce(jsonb_object_agg(o.setting, o.persons), '{}') FROM (SELECT setting, sum(persons) AS persons FROM housed GROUP BY setting) o),
    'households', (SELECT count(*) FROM housed), 'guided', (SELECT count(*) FROM housed WHERE guided),
    'waited', (SELECT jsonb_build_object('n', count(waited), 'middle', percentile_cont(0.5) WITHIN GROUP (ORDER BY waited)) FROM housed),
    'stages', (SELECT coalesce(jsonb_object_agg(o.stage, o.n), '{}') FROM (SELECT stage, count(*) AS n FROM running GROUP BY stage) o),
    'waiting', (SELECT jsonb_build_object('n', count(waiting), 'middle', percentile_cont(0.5) WITHIN GROUP (ORDER BY waiting)) FROM running)) INTO found;
  RETURN found;
END $$;

-- A shielded case is found by its name, or by a party, by its named people only. What orders a list stays open under the alias.
CREATE OR REPLACE FUNCTION app.find_by_name(words text[], most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE me membership := app.actor(); wanted tsquery;
BEGIN
  SELECT to_tsquery('simple', string_agg(app.folded(w) || ':*', ' & ')) INTO wanted FROM unnest(words) w WHERE w ~ '^\w+$';
  RETURN QUERY SELECT r.subject_id FROM case_identity i JOIN relation r ON r.person_id = i.person_id
      JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE to_tsvector('simple', app.folded(i.given_name || ' ' || i.family_name)) @@ wanted
      AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id)
      AND g.kind = 'case' AND g.role = me.role AND g.verb = 'read' AND g.object = 'identity' AND (g.needs = '' OR app.consented(i.person_id, g.needs))
      AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id))
    GROUP BY r.subject_id ORDER BY min(i.family_name), min(i.given_name), r.subject_id LIMIT most;
END $$;
CREATE OR REPLACE FUNCTION app.cases_in_order(p jsonb) RETURNS TABLE (id uuid, place text) LANGUAGE plpgsql STABLE ROWS 50 SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); chosen text := ''; col text := CASE p->>'sort' WHEN 'number' THEN 'number' ELSE 'due_on' END; way text := CASE WHEN (p->>'back')::boolean THEN 'DESC' ELSE 'ASC' END;
  op text := CASE WHEN (p->>'back')::boolean THEN '<' ELSE '>' END; further text := ''; stages text[] := ARRAY(SELECT jsonb_array_elements_text(p->'stages'));
  grants CONSTANT text := $q$(SELECT g.stage, g.relation, bool_or(g.object = 'readiness') AS readiness, bool_or(g.object = 'placement') AS placement, bool_or(g.object = 'parties') AS parties
    FROM policy_grant g WHERE g.kind = 'case' AND g.role = $2 AND g.verb = 'read' AND g.needs = '' AND g.object IN ('spine', 'readiness', 'placement', 'parties') AND g.stage = ANY ($3)
    GROUP BY 1, 2 HAVING bool_or(g.object = 'spine')) g$q$;
  own CONSTANT text := $q$r.holder_id = CASE g.relation WHEN 'any' THEN $4 ELSE $5 END AND r.covenant_id = $4 AND r.subject_kind = 'case' AND r.relation = g.relation AND r.stage = g.stage$q$;
BEGIN
  IF p->>'task' IS NOT NULL THEN chosen := chosen || $q$ AND EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = r.subject_id AND t.task = $1->>'task')$q$; END IF;
  IF (p->>'late')::boolean THEN chosen := chosen || $q$ AND r.due_on < ($1->>'day')::date$q$; END IF;
  IF p->>'organisation' IS NOT NULL THEN chosen := chosen || $q$ AND g.parties AND NOT (r.shield IS NOT NULL AND app.unnamed(r.shield, $6)) AND EXISTS (SELECT 1 FROM party y WHERE y.subject_id = r.subject_id AND y.organisation_id = ($1->>'organisation')::uuid)$q$; END IF;
  IF p->>'sort' = 'waiting' THEN
    IF p->>'id' IS NOT NULL THEN further := format($q$ WHERE (w.place, w.subject_id) %s (($1->>'place') COLLATE "C", ($1->>'id')::uuid)$q$, op); END IF;
    RETURN QUERY EXECUTE format($q$SELECT w.subject_id, w.place FROM (
      SELECT r.subject_id, min(coalesce((SELECT lpad((100000 - (coalesce((SELECT l.key_on FROM case_placement l WHERE g.placement AND l.subject_id = r.subject_id), ($1->>'day')::date) - y.ready_since))::text, 6, '0')
          FROM case_readiness y WHERE g.readiness AND y.subject_id = r.subject_id), '999999') COLLATE "C") AS place
        FROM %s JOIN relation r ON %s%s GROUP BY r.subject_id) w%s ORDER BY w.place %s, w.subject_id %5$s LIMIT ($1->>'most')::int$q$, grants, own, chosen, further, way)
      USING p, me.role, stages, me.covenant_id, me.organisation_id, me.id;
  ELSE
    IF p->>'id' IS NOT NULL THEN further := format($q$ AND (r.%I, r.subject_id) %s (($1->>'place')%s, ($1->>'id')::uuid)$q$, col, op, CASE col WHEN 'due_on' THEN '::date' ELSE '' END); END IF;
    RETURN QUERY EXECUTE format($q$SELECT f.subject_id, f.place::text FROM (SELECT DISTINCT f.* FROM %s CROSS JOIN LATERAL (
        SELECT DISTINCT ON (r.%2$I, r.subject_id) r.%2$I AS place, r.subject_id FROM relation r WHERE %s%s%s ORDER BY r.%2$I %6$s, r.subject_id %6$s LIMIT ($1->>'most')::int) f) f
      ORDER BY f.place %6$s, f.subject_id %6$s LIMIT ($1->>'most')::int$q$, grants, col, own, chosen, further, way)
      USING p, me.role, stages, me.covenant_id, me.organisation_id, me.id;
  END IF;
END $$;

-- Whoever looks for somebody may know their number: it is not known here, but to who was named.
CREATE OR REPLACE FUNCTION app.bsn_known(prints text[], of_case uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); whose uuid := (SELECT s.person_id FROM spine s WHERE s.id = of_case);
BEGIN
  IF me.id IS NULL OR NOT app.may_of_person(me, 'write', '{bsn}', whose) THEN RETURN NULL; END IF;
  IF (SELECT count(*) FROM journal j WHERE j.organisation_id = me.organisation_id AND j.account_id = me.account_id AND j.step = 'recordBsn'
      AND j.recorded_at > clock_timestamp() - interval '1 hour') >= 30 THEN
    RAISE EXCEPTION 'too many numbers' USING ERRCODE = 'TT009';
  END IF;
  RETURN EXISTS (SELECT 1 FROM bsn_print b JOIN spine s ON s.person_id = b.person_id WHERE b.print = ANY (prints) AND b.person_id <> whose AND s.covenant_id = me.covenant_id
    AND NOT (s.shield IS NOT NULL AND app.unnamed(s.shield, me.id)));
END $$;

-- Through whose eyes: somebody there who was named, if there is one, else anyone of that role.
CREATE OR REPLACE FUNCTION app.seen_by(subject uuid, other uuid, wanted_role text) RETURNS text[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); them uuid; seen text[];
BEGIN
  IF NOT app.may(me, 'read', ARRAY['parties'], subject) THEN RETURN NULL; END IF;
  SELECT m.id INTO them FROM membership m
   WHERE m.organisation_id = other AND m.covenant_id = me.covenant_id AND m.role = wanted_role AND app.live(m) ORDER BY app.unnamed(subject, m.id) LIMIT 1;
  IF them IS NULL THEN RETURN NULL; END IF;
  PERFORM set_config('app.membership', them::text, true);
  SELECT array_agg(object) INTO seen FROM (SELECT DISTINCT g.object FROM policy_grant g WHERE g.kind = 'case' AND g.verb = 'read' AND g.role = wanted_role) o
   WHERE app.may(app.actor(), 'read', ARRAY[o.object], subject);
  PERFORM set_config('app.membership', me.id::text, true);
  RETURN coalesce(seen, '{}');
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.unnamed(uuid, uuid)', 'app.shield_changed()', 'app.offer_made()', 'app.person_named()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
