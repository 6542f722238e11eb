-- Who supports each of these clients, as app.support_of_seekers says of all: only for the matching membership, and nobody but who is asked for.
CREATE FUNCTION app.support_of(cases uuid[]) RETURNS TABLE (case_id uuid, support jsonb) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.role IS DISTINCT FROM 'matching' THEN RETURN; END IF;
  RETURN QUERY WITH said AS MATERIALIZED (
    SELECT n.organisation_id, jsonb_object_agg(n.municipality_id, jsonb_build_object('guides', n.guides, 'always', n.always)) AS areas FROM app.support_last(me.covenant_id) n GROUP BY n.organisation_id)
  SELECT s.id, jsonb_build_object('asked', u.reachable, 'areas', coalesce(d.areas, '{}'))
    FROM unnest(cases) AS one(id) JOIN spine s ON s.id = one.id JOIN party p ON p.subject_id = s.id AND p.part = 'provider' LEFT JOIN case_support_summary u ON u.subject_id = s.id LEFT JOIN said d ON d.organisation_id = p.organisation_id
   WHERE s.covenant_id = me.covenant_id AND s.kind = 'case' AND s.stage = 'matching';
END $$;
ALTER FUNCTION app.support_of(uuid[]) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.support_of(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.support_of(uuid[]) TO thuistafel_app;
