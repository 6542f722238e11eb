-- Finding a case by a name, and lists in another order than that of the numbers. Both start from what one person reads,
-- and ask the grants in sets: a policy that is asked row by row would look at the whole region first.

-- What stands still in a region, and what a team is late with, are ranges of days.
CREATE INDEX "turn_covenant_id_due_on_id_idx" ON "turn"("covenant_id", "due_on", "id");

-- A name as people type it: without capitals and accents.
CREATE FUNCTION app.folded(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT regexp_replace(normalize(lower(name), NFD), '[\u0300-\u036f]', '', 'g') $$;
CREATE INDEX case_identity_names ON case_identity USING gin (to_tsvector('simple', app.folded(given_name || ' ' || family_name)));

-- The cases of people whose names begin with all of these words, in any order, of those whose identity the actor reads, by
-- name. The words hold letters and digits only.
CREATE FUNCTION app.find_by_name(words text[], most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE me membership := app.actor(); wanted tsquery;
BEGIN
  SELECT to_tsquery('simple', string_agg(app.folded(w) || ':*', ' & ')) INTO wanted FROM unnest(words) w WHERE w ~ '^\w+$';
  RETURN QUERY SELECT r.subject_id FROM case_identity i JOIN relation r ON r.person_id = i.person_id
      JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE to_tsvector('simple', app.folded(i.given_name || ' ' || i.family_name)) @@ wanted
      AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id)
      AND g.kind = 'case' AND g.role = me.role AND g.verb = 'read' AND g.object = 'identity' AND (g.needs = '' OR app.consented(i.person_id, g.needs))
    GROUP BY r.subject_id ORDER BY min(i.family_name), min(i.given_name), r.subject_id LIMIT most;
END $$;

-- Cases in the order of the day on which their first task ends: `relation` repeats that day, as it does number and stage.
ALTER TABLE "relation" ADD COLUMN "due_on" DATE NOT NULL DEFAULT '9999-12-31'::date;
CREATE INDEX "relation_due_idx" ON "relation"("holder_id", "covenant_id", "subject_kind", "relation", "stage", "due_on", "subject_id");
SET LOCAL ROLE thuistafel_kernel;
UPDATE relation r SET due_on = d.due_on FROM (SELECT t.subject_id, min(t.due_on) AS due_on FROM turn t WHERE t.paused_on IS NULL GROUP BY 1) d WHERE d.subject_id = r.subject_id;
RESET ROLE;

-- As before, and the day of the first task with it.
CREATE OR REPLACE FUNCTION app.turn_over(s public.spine, p jsonb, moved boolean, day date) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE x jsonb; who uuid; first date;
BEGIN
  DELETE FROM turn t WHERE t.subject_id = s.id AND (moved OR t.task IN (SELECT jsonb_array_elements_text(coalesce(p->'closes', '[]'))));
  UPDATE turn t SET due_on = (r->>'dueOn')::date, paused_on = NULL FROM jsonb_array_elements(coalesce(p->'resumes', '[]')) r WHERE t.subject_id = s.id AND t.task = r->>'task';
  FOR x IN SELECT * FROM jsonb_array_elements(coalesce(p->'opens', '[]')) LOOP
    who := app.holder(s, x->>'part');
    IF who IS NULL THEN RAISE EXCEPTION 'nobody holds %', x->>'task'; END IF;
    INSERT INTO turn (subject_id, subject_kind, covenant_id, task, role, holder_id, since, due_on, paused_on)
    VALUES (s.id, s.kind, s.covenant_id, x->>'task', x->>'role', who, day, (x->>'dueOn')::date, CASE WHEN (x->>'paused')::boolean THEN day END)
    ON CONFLICT (subject_id, task) DO UPDATE SET since = excluded.since, due_on = excluded.due_on, paused_on = excluded.paused_on, holder_id = excluded.holder_id;
  END LOOP;
  first := coalesce((SELECT min(t.due_on) FROM turn t WHERE t.subject_id = s.id AND t.paused_on IS NULL), '9999-12-31');
  UPDATE relation r SET due_on = first WHERE r.subject_id = s.id AND r.due_on <> first;
END $$;

-- The cases that the actor reads, in the order of their number, of the day on which their first task ends, or of how long
-- they have waited until now or until their key; all of them, or those with an open task, too late, or of a party. What
-- orders or chooses is used only where the actor may read it. The first two orders are ranges of an index of `relation`;
-- the third one reads all cases of these stages. `place` is where a row stands in the order.
CREATE FUNCTION app.cases_in_order(p jsonb) RETURNS TABLE (id uuid, place text) LANGUAGE plpgsql STABLE ROWS 50 SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); chosen text := ''; col text := CASE p->>'sort' WHEN 'number' THEN 'number' ELSE 'due_on' END; way text := CASE WHEN (p->>'back')::boolean THEN 'DESC' ELSE 'ASC' END;
  op text := CASE WHEN (p->>'back')::boolean THEN '<' ELSE '>' END; further text := ''; stages text[] := ARRAY(SELECT jsonb_array_elements_text(p->'stages'));
  grants CONSTANT text := $q$(SELECT g.stage, g.relation, bool_or(g.object = 'readiness') AS readiness, bool_or(g.object = 'placement') AS placement, bool_or(g.object = 'parties') AS parties
    FROM policy_grant g WHERE g.kind = 'case' AND g.role = $2 AND g.verb = 'read' AND g.needs = '' AND g.object IN ('spine', 'readiness', 'placement', 'parties') AND g.stage = ANY ($3)
    GROUP BY 1, 2 HAVING bool_or(g.object = 'spine')) g$q$;
  own CONSTANT text := $q$r.holder_id = CASE g.relation WHEN 'any' THEN $4 ELSE $5 END AND r.covenant_id = $4 AND r.subject_kind = 'case' AND r.relation = g.relation AND r.stage = g.stage$q$;
BEGIN
  IF p->>'task' IS NOT NULL THEN chosen := chosen || $q$ AND EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = r.subject_id AND t.task = $1->>'task')$q$; END IF;
  IF (p->>'late')::boolean THEN chosen := chosen || $q$ AND r.due_on < ($1->>'day')::date$q$; END IF;
  IF p->>'organisation' IS NOT NULL THEN chosen := chosen || $q$ AND g.parties AND EXISTS (SELECT 1 FROM party y WHERE y.subject_id = r.subject_id AND y.organisation_id = ($1->>'organisation')::uuid)$q$; END IF;
  IF p->>'sort' = 'waiting' THEN
    IF p->>'id' IS NOT NULL THEN further := format($q$ WHERE (w.place, w.subject_id) %s (($1->>'place') COLLATE "C", ($1->>'id')::uuid)$q$, op); END IF;
    RETURN QUERY EXECUTE format($q$SELECT w.subject_id, w.place FROM (
      SELECT r.subject_id, min(coalesce((SELECT lpad((100000 - (coalesce((SELECT l.key_on FROM case_placement l WHERE g.placement AND l.subject_id = r.subject_id), ($1->>'day')::date) - y.ready_since))::text, 6, '0')
          FROM case_readiness y WHERE g.readiness AND y.subject_id = r.subject_id), '999999') COLLATE "C") AS place
        FROM %s JOIN relation r ON %s%s GROUP BY r.subject_id) w%s ORDER BY w.place %s, w.subject_id %5$s LIMIT ($1->>'most')::int$q$, grants, own, chosen, further, way)
      USING p, me.role, stages, me.covenant_id, me.organisation_id;
  ELSE
    IF p->>'id' IS NOT NULL THEN further := format($q$ AND (r.%I, r.subject_id) %s (($1->>'place')%s, ($1->>'id')::uuid)$q$, col, op, CASE col WHEN 'due_on' THEN '::date' ELSE '' END); END IF;
    RETURN QUERY EXECUTE format($q$SELECT f.subject_id, f.place::text FROM (SELECT DISTINCT f.* FROM %s CROSS JOIN LATERAL (
        SELECT DISTINCT ON (r.%2$I, r.subject_id) r.%2$I AS place, r.subject_id FROM relation r WHERE %s%s%s ORDER BY r.%2$I %6$s, r.subject_id %6$s LIMIT ($1->>'most')::int) f) f
      ORDER BY f.place %6$s, f.subject_id %6$s LIMIT ($1->>'most')::int$q$, grants, col, own, chosen, further, way)
      USING p, me.role, stages, me.covenant_id, me.organisation_id;
  END IF;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.folded(text)', 'app.find_by_name(text[], int)', 'app.cases_in_order(jsonb)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO thuistafel_app', f);
  END LOOP;
END $$;
