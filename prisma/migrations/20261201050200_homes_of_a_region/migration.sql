-- Homes and clients of a whole region at once. Asked row by row the policies answer some times for each row of it; these ask the same
-- grants in sets. docs/decisions/0058 says what for, and tests hold them to what is read row by row.

-- The clients who seek a home, for the memberships that compute and that count: where, how urgent, since when and from when, and how many persons.
CREATE FUNCTION app.seekers() RETURNS TABLE (case_id uuid, shielded boolean, municipality uuid, priority text, ready_since date, wanted_from date, persons int) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1000 SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE me membership := app.actor(); granted text[]; guarded text[];
BEGIN
  IF me.role IS NULL OR me.role NOT IN ('matching', 'reporting') THEN RETURN; END IF;
  SELECT array_agg(g.object), array_agg(g.object) FILTER (WHERE NOT g.guarded) INTO granted, guarded FROM policy_grant g
   WHERE g.kind = 'case' AND g.role = me.role AND g.verb = 'read' AND g.relation = 'any' AND g.stage = 'matching' AND g.needs = '';
  RETURN QUERY WITH looking AS MATERIALIZED (
    SELECT r.subject_id, r.shielded, r.household_id, CASE WHEN r.shield IS NOT NULL AND app.unnamed(r.shield, me.id) THEN guarded ELSE granted END AS readable
      FROM relation r WHERE r.holder_id = me.covenant_id AND r.covenant_id = me.covenant_id AND r.subject_kind = 'case' AND r.relation = 'any' AND r.stage = 'matching'
        AND EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = r.subject_id AND t.task = 'findDwelling'))
  SELECT l.subject_id, l.shielded, d.municipality, d.priority, y.ready_since, greatest(y.wanted_from, CASE WHEN y.ready_since IS NULL THEN y.expected_on END), h.adults + h.children
    FROM looking l LEFT JOIN case_decision d ON d.subject_id = l.subject_id AND 'decision' = ANY (l.readable)
      LEFT JOIN case_readiness y ON y.subject_id = l.subject_id AND 'readiness' = ANY (l.readable)
      LEFT JOIN case_household h ON h.household_id = l.household_id AND 'household' = ANY (l.readable)
   WHERE 'spine' = ANY (l.readable);
END $$;
ALTER FUNCTION app.seekers() OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.seekers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.seekers() TO thuistafel_app;

-- How many homes of each gemeente stand at these stages, of those that whoever asks reads.
CREATE FUNCTION app.homes_by_gemeente(stages text[]) RETURNS TABLE (municipality uuid, stage text, n int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  RETURN QUERY WITH granted AS MATERIALIZED (
      SELECT g.relation, g.stage, bool_or(g.guarded) AS guarded FROM policy_grant g WHERE g.kind = 'dwelling' AND g.role = me.role AND g.verb = 'read' AND g.object IN ('spine', 'facts') AND g.needs = ''
       AND g.stage = ANY (stages) GROUP BY 1, 2 HAVING count(*) = 2),
    seen AS MATERIALIZED (
      SELECT DISTINCT r.subject_id, r.stage FROM granted g JOIN relation r ON r.relation = g.relation AND r.stage = g.stage
       WHERE r.holder_id IN (me.organisation_id, me.covenant_id) AND r.covenant_id = me.covenant_id AND r.subject_kind = 'dwelling'
         AND (r.until IS NULL OR r.until > clock_timestamp()) AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id)))
  SELECT f.municipality, s.stage, count(*)::int FROM seen s JOIN dwelling_facts f ON f.subject_id = s.subject_id GROUP BY 1, 2;
END $$;
ALTER FUNCTION app.homes_by_gemeente(text[]) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.homes_by_gemeente(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.homes_by_gemeente(text[]) TO thuistafel_app;
