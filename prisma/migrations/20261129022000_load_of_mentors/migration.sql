-- The load of each mentor of a provider, for the team leader; and the cases of one of them, without a name in an address.

-- A mentor as an address can say them: by a mark of the name, and at each organisation another one.
CREATE FUNCTION app.mentor_key(organisation uuid, name text) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT left(md5(organisation::text || ' ' || lower(btrim(name))), 16) $$;

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
  IF p->>'mentor' IS NOT NULL THEN chosen := chosen || $q$ AND g.parties AND NOT (r.shield IS NOT NULL AND app.unnamed(r.shield, $6)) AND EXISTS (SELECT 1 FROM case_parties y WHERE y.subject_id = r.subject_id AND app.mentor_key($5, y.mentor_name) = $1->>'mentor')$q$; END IF;
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

-- Per mentor: cases, those of which a task of theirs is overdue, since when the oldest of these tasks waits, and how many end
-- within the days up to `soon`. Running cases of the own organisation whose parties the asker reads; no further than `most`.
CREATE FUNCTION app.load_of_mentors(day date, soon date, most int) RETURNS TABLE (key text, name text, cases int, late int, oldest date, ending int, counted int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL OR me.role <> 'zorgLead' THEN RETURN; END IF;
  RETURN QUERY WITH held AS (
      SELECT DISTINCT r.subject_id FROM policy_grant g JOIN relation r ON r.relation = g.relation AND r.stage = g.stage
       WHERE g.kind = 'case' AND g.role = me.role AND g.verb = 'read' AND g.object = 'parties' AND g.needs = '' AND g.relation = 'ours' AND g.stage <> 'closed'
         AND r.holder_id = me.organisation_id AND r.covenant_id = me.covenant_id AND r.subject_kind = 'case' AND NOT (r.shield IS NOT NULL AND app.unnamed(r.shield, me.id)) LIMIT most),
    known AS (SELECT h.subject_id, btrim(y.mentor_name) AS mentor FROM held h JOIN case_parties y ON y.subject_id = h.subject_id),
    waiting AS (SELECT k.subject_id, bool_or(t.due_on < load_of_mentors.day AND t.paused_on IS NULL) AS late, min(t.since) AS since,
        count(*) FILTER (WHERE t.paused_on IS NULL AND t.due_on BETWEEN load_of_mentors.day AND soon) AS ending
      FROM known k JOIN turn t ON t.subject_id = k.subject_id AND t.holder_id = me.organisation_id AND t.role = 'mentor' GROUP BY 1)
    SELECT app.mentor_key(me.organisation_id, min(k.mentor)), min(k.mentor), count(*)::int, count(*) FILTER (WHERE w.late)::int, min(w.since), coalesce(sum(w.ending), 0)::int, (SELECT count(*)::int FROM held)
      FROM known k LEFT JOIN waiting w ON w.subject_id = k.subject_id GROUP BY lower(k.mentor) ORDER BY 4 DESC, 3 DESC, 2;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.mentor_key(uuid, text)', 'app.cases_in_order(jsonb)', 'app.load_of_mentors(date, date, int)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.cases_in_order(jsonb), app.load_of_mentors(date, date, int) TO thuistafel_app;
