-- Days that are counted once. Who came back after a home was lost waits since then, however early the second registration says:
-- the days before the first key, and before the old place was left, are those of the first; while somebody lived at home they did not wait.
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
    SELECT c.id, greatest(y.ready_since, (
        SELECT greatest(p.key_on, t.left_on, h.home_ended_on) FROM case_earlier e JOIN cases b ON b.id = e.earlier_case JOIN case_placement p ON p.subject_id = b.id LEFT JOIN case_stay t ON t.subject_id = b.id
           LEFT JOIN case_home_end h ON h.subject_id = b.id AND b.stage = ANY ((SELECT stages FROM reads WHERE object = 'homeEnd')::text[])
         WHERE e.subject_id = c.id AND e.earlier_as = 'zelfde' AND b.stage = ANY ((SELECT stages FROM reads WHERE object = 'placement')::text[]) AND b.stage = ANY ((SELECT stages FROM reads WHERE object = 'stay')::text[])
      )) AS ready_since
      FROM cases c JOIN case_readiness y ON y.subject_id = c.id WHERE y.ready_since IS NOT NULL AND c.stage = ANY ((SELECT stages FROM reads WHERE object = 'readiness')::text[])
  ), homes AS (
    SELECT c.*, p.key_on, t.setting, t.left_on, t.place_taken, t.taken_on FROM cases c JOIN case_placement p ON p.subject_id = c.id JOIN case_stay t ON t.subject_id = c.id
     WHERE p.key_on >= first_day AND c.stage = ANY ((SELECT stages FROM reads WHERE object = 'placement')::text[]) AND c.stage = ANY ((SELECT stages FROM reads WHERE object = 'stay')::text[])
  ), housed AS (
    SELECT m.setting, m.left_on, m.place_taken, m.taken_on, coalesce(h.adults + h.children, 1) AS persons, CASE WHEN y.ready_since IS NOT NULL THEN greatest(0, m.key_on - y.ready_since) END AS waited, CASE WHEN y.ready_since IS NOT NULL THEN greatest(0, coalesce(m.left_on, m.key_on) - y.ready_since) END AS stayed, m.stage = 'aftercare' AND coalesce(g.level, '') <> 'waakvlam' AS guided
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
    'waitedTotal', (SELECT coalesce(sum(stayed), 0) FROM housed),
    'empty', (SELECT jsonb_build_object('n', count(taken_on), 'middle', percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, taken_on - left_on))) FROM housed WHERE taken_on IS NOT NULL),
    'freed', (SELECT count(*) FROM housed WHERE left_on IS NOT NULL), 'retaken', (SELECT count(*) FROM housed WHERE left_on IS NOT NULL AND place_taken IN ('uitConvenant', 'vanBuiten', 'andereClient')),
    'takenHere', (SELECT count(*) FROM housed WHERE left_on IS NOT NULL AND place_taken = 'uitConvenant'), 'takenOutside', (SELECT count(*) FROM housed WHERE left_on IS NOT NULL AND place_taken = 'vanBuiten'),
    'stages', (SELECT coalesce(jsonb_object_agg(o.stage, o.n), '{}') FROM (SELECT stage, count(*) AS n FROM running GROUP BY stage) o),
    'urgent', (SELECT count(*) FROM cases c JOIN case_spoed x ON x.subject_id = c.id WHERE c.stage IN ('intake', 'tafel', 'matching', 'tenancy') AND x.until >= last_day AND c.stage = ANY ((SELECT stages FROM reads WHERE object = 'spoed')::text[])),
    'waiting', (SELECT jsonb_build_object('n', count(waiting), 'middle', percentile_cont(0.5) WITHIN GROUP (ORDER BY waiting)) FROM running)) INTO found;
  RETURN found;
END $$;
