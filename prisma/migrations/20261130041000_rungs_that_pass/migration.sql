-- The term of a rung of the ladder that passes asks whoever holds the next rung, where the covenant says so. It writes nothing in
-- the case and moves the home to no other rung. docs/decisions/0048.

-- As before; of the term of a rung it is told which rung that is, by its code alone.
CREATE OR REPLACE FUNCTION app.term_at_stake(due uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT jsonb_build_object('spine', jsonb_build_object('id', s.id, 'kind', s.kind, 'stage', s.stage, 'version', s.version, 'covenantId', s.covenant_id, 'covenantVersionId', s.covenant_version_id),
      'task', t.task, 'dueOn', t.due_on, 'rules', v.rules, 'membershipId', m.id, 'organisationId', m.organisation_id,
      'announcedOn', (SELECT (x.told_at AT TIME ZONE 'Europe/Amsterdam')::date FROM term_told x
        WHERE x.subject_id = t.subject_id AND x.task = t.task AND x.since = t.since AND x.due_on = t.due_on AND x.rung = 'announce'),
      'rung', CASE WHEN t.task IN ('holdAsProvider', 'holdAsLandlord', 'holdAsGemeente') THEN
        (SELECT e.rung FROM case_escalations e WHERE e.subject_id = s.id ORDER BY e.seq DESC LIMIT 1) END,
      'turns', (SELECT jsonb_agg(jsonb_build_object('task', o.task, 'role', o.role, 'holderId', o.holder_id, 'since', o.since, 'dueOn', o.due_on, 'pausedOn', o.paused_on)) FROM turn o WHERE o.subject_id = s.id))
    FROM job j JOIN turn t ON t.subject_id = j.subject_id AND t.task = j.task AND t.paused_on IS NULL JOIN spine s ON s.id = t.subject_id AND s.shield IS NULL
      JOIN covenant_version v ON v.id = s.covenant_version_id JOIN policy_cause c ON c.kind = s.kind AND c.cause = 'term ' || t.task AND v.rules #>> ARRAY['consequences', c.step] IS NOT NULL
      JOIN membership m ON m.covenant_id = s.covenant_id AND m.role = 'terms' AND m.ended_at IS NULL
   WHERE j.id = due AND j.kind = 'term'
     AND NOT EXISTS (SELECT 1 FROM term_told f WHERE f.subject_id = t.subject_id AND f.task = t.task AND f.since = t.since AND f.due_on = t.due_on AND f.rung = 'followed') $$;

ALTER FUNCTION app.term_at_stake(uuid) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.term_at_stake(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.term_at_stake(uuid) TO thuistafel_worker;
