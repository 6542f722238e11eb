-- How many subjects of a kind the actor sees at each of these stages, counted no further than `most`. It asks as whoever
-- calls: the policies answer for each row. An organisation can relate to a subject by two parts, so the rows are read in the
-- order of the list and counted once each. Postgres takes a range of five columns for a small one, and would read and sort
-- all of it: without sorting it stops at `most`.
CREATE FUNCTION app.count_by_stage(wanted text, stages text[], most int) RETURNS TABLE (stage text, n int) LANGUAGE plpgsql STABLE ROWS 8 SET search_path = pg_catalog, public SET enable_sort = off AS $$
DECLARE me membership := app.actor();
BEGIN
  RETURN QUERY SELECT c.stage, count(*)::int FROM (
    SELECT DISTINCT g.stage, f.subject_id FROM policy_grant g CROSS JOIN LATERAL (
      SELECT DISTINCT ON (r.number, r.subject_id) r.subject_id FROM relation r
       WHERE r.holder_id = CASE g.relation WHEN 'any' THEN me.covenant_id ELSE me.organisation_id END AND r.covenant_id = me.covenant_id
         AND r.subject_kind = wanted AND r.relation = g.relation AND r.stage = g.stage
       ORDER BY r.number, r.subject_id LIMIT most) f
     WHERE g.kind = wanted AND g.role = me.role AND g.verb = 'read' AND g.object = 'spine' AND g.stage = ANY (stages)) c
   GROUP BY c.stage;
END $$;
ALTER FUNCTION app.count_by_stage(text, text[], int) OWNER TO thuistafel_kernel;
REVOKE EXECUTE ON FUNCTION app.count_by_stage(text, text[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.count_by_stage(text, text[], int) TO thuistafel_app;
