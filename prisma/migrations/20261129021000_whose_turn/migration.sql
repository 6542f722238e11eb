-- Whose turn it is in a case, as one more choice in the list: mine, not mine, or mine and not opened yet.

-- A task that began in the last two weeks, on a case that this person has not opened and did nothing in since. They are told
-- so of their own records only.
CREATE FUNCTION app.new_to(account uuid, task turn, day date) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT task.since >= day - 14 AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.subject_id = task.subject_id AND j.account_id = account AND j.kind IN ('read', 'step') AND j.taken_on >= task.since) $$;

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
  IF p->>'whose' IN ('me', 'others') THEN chosen := chosen || format($q$ AND %sEXISTS (SELECT 1 FROM turn t WHERE t.subject_id = r.subject_id AND t.holder_id = $5 AND t.role = $2)$q$, CASE p->>'whose' WHEN 'others' THEN 'NOT ' ELSE '' END); END IF;
  IF p->>'whose' = 'new' THEN chosen := chosen || $q$ AND EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = r.subject_id AND t.holder_id = $5 AND t.role = $2 AND app.new_to($7, t, ($1->>'day')::date))$q$; END IF;
  IF p->>'organisation' IS NOT NULL THEN chosen := chosen || $q$ AND g.parties AND NOT (r.shield IS NOT NULL AND app.unnamed(r.shield, $6)) AND EXISTS (SELECT 1 FROM party y WHERE y.subject_id = r.subject_id AND y.organisation_id = ($1->>'organisation')::uuid)$q$; END IF;
  IF p->>'sort' = 'waiting' THEN
    IF p->>'id' IS NOT NULL THEN further := format($q$ WHERE (w.place, w.subject_id) %s (($1->>'place') COLLATE "C", ($1->>'id')::uuid)$q$, op); END IF;
    RETURN QUERY EXECUTE format($q$SELECT w.subject_id, w.place FROM (
      SELECT r.subject_id, min(coalesce((SELECT lpad((100000 - (coalesce((SELECT l.key_on FROM case_placement l WHERE g.placement AND l.subject_id = r.subject_id), ($1->>'day')::date) - y.ready_since))::text, 6, '0')
          FROM case_readiness y WHERE g.readiness AND y.subject_id = r.subject_id), '999999') COLLATE "C") AS place
        FROM %s JOIN relation r ON %s%s GROUP BY r.subject_id) w%s ORDER BY w.place %s, w.subject_id %5$s LIMIT ($1->>'most')::int$q$, grants, own, chosen, further, way)
      USING p, me.role, stages, me.covenant_id, me.organisation_id, me.id, me.account_id;
  ELSE
    IF p->>'id' IS NOT NULL THEN further := format($q$ AND (r.%I, r.subject_id) %s (($1->>'place')%s, ($1->>'id')::uuid)$q$, col, op, CASE col WHEN 'due_on' THEN '::date' ELSE '' END); END IF;
    RETURN QUERY EXECUTE format($q$SELECT f.subject_id, f.place::text FROM (SELECT DISTINCT f.* FROM %s CROSS JOIN LATERAL (
        SELECT DISTINCT ON (r.%2$I, r.subject_id) r.%2$I AS place, r.subject_id FROM relation r WHERE %s%s%s ORDER BY r.%2$I %6$s, r.subject_id %6$s LIMIT ($1->>'most')::int) f) f
      ORDER BY f.place %6$s, f.subject_id %6$s LIMIT ($1->>'most')::int$q$, grants, col, own, chosen, further, way)
      USING p, me.role, stages, me.covenant_id, me.organisation_id, me.id, me.account_id;
  END IF;
END $$;

-- In how many cases something waits on whoever asks, and in how many of those it is new to them; counted no further than `most`.
CREATE FUNCTION app.count_mine(day date, most int) RETURNS TABLE (mine int, fresh int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  -- One's own records of these weeks once, the last thousand, rather than those of everybody about each case.
  RETURN QUERY WITH own AS MATERIALIZED (SELECT j.subject_id, max(j.taken_on) AS last FROM (SELECT j.* FROM journal j
        WHERE j.organisation_id = me.organisation_id AND j.account_id = me.account_id AND j.recorded_at > clock_timestamp() - interval '16 days' ORDER BY j.recorded_at DESC LIMIT 1000) j
      WHERE j.kind IN ('read', 'step') GROUP BY 1)
    SELECT count(DISTINCT t.subject_id)::int, count(DISTINCT t.subject_id) FILTER (WHERE t.since >= count_mine.day - 14 AND NOT EXISTS (SELECT 1 FROM own o WHERE o.subject_id = t.subject_id AND o.last >= t.since))::int
    FROM (SELECT t.subject_id, t.since FROM turn t WHERE t.covenant_id = me.covenant_id AND t.holder_id = me.organisation_id AND t.role = me.role AND t.subject_kind = 'case' LIMIT most) t;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.new_to(uuid, turn, date)', 'app.cases_in_order(jsonb)', 'app.count_mine(date, int)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.cases_in_order(jsonb), app.count_mine(date, int) TO thuistafel_app;
