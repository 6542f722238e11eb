-- How many homes count in each line of the contingent that holds on a day. The lines are those of the covenant version, so
-- nobody asks for a slice of their own; only counts leave. Where a home stands and whose it is comes from the dwelling; what
-- is read of a case is what the reporting role may read, asked in sets. A shielded case is in no line. docs/decisions/0041.
CREATE FUNCTION app.contingent_counts(on_day date) RETURNS TABLE (line int, waiting int, delivered int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); agreed jsonb; own text;
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('coordinator', 'regisseur', 'gemeenteLead', 'boardMember', 'officer', 'corporatieLead') THEN RETURN; END IF;
  SELECT o.key INTO own FROM organisation o WHERE o.id = me.organisation_id AND o.kind = 'corporatie';
  SELECT v.rules #> '{contingent,lines}' INTO agreed FROM covenant_version v WHERE v.covenant_id = me.covenant_id AND v.valid_from <= on_day ORDER BY v.number DESC LIMIT 1;
  RETURN QUERY WITH reads AS (
    SELECT g.object, array_agg(g.stage) AS stages FROM policy_grant g
     WHERE g.kind = 'case' AND g.role = 'reporting' AND g.verb = 'read' AND g.relation = 'any' AND g.needs = '' GROUP BY g.object
  ), lines AS (
    SELECT (l.at - 1)::int AS at, l.it->>'corporation' AS corporation, l.it->>'municipality' AS municipality, l.it->>'origin' AS origin, (l.it->>'from')::date AS first_day, (l.it->>'until')::date AS last_day
      FROM jsonb_array_elements(coalesce(agreed, '[]')) WITH ORDINALITY AS l(it, at) WHERE own IS NULL OR l.it->>'corporation' = own
  ), homes AS (
    SELECT p.key_on, coalesce(p.key_on, p.start_on) AS "on", t.setting AS origin, o.key AS corporation, g.key AS municipality
      FROM spine s JOIN case_placement p ON p.subject_id = s.id JOIN case_stay t ON t.subject_id = s.id JOIN case_tenancy n ON n.subject_id = s.id
      JOIN dwelling_facts f ON f.subject_id = n.dwelling JOIN organisation g ON g.id = f.municipality
      JOIN party y ON y.subject_id = n.dwelling AND y.part = 'corporation' JOIN organisation o ON o.id = y.organisation_id
     WHERE s.covenant_id = me.covenant_id AND s.kind = 'case' AND s.shield IS NULL AND (p.key_on IS NOT NULL OR s.stage = 'tenancy')
       AND s.stage = ANY ((SELECT stages FROM reads WHERE object = 'spine')::text[]) AND s.stage = ANY ((SELECT stages FROM reads WHERE object = 'placement')::text[])
       AND s.stage = ANY ((SELECT stages FROM reads WHERE object = 'stay')::text[])
  )
  SELECT l.at, (count(*) FILTER (WHERE h."on" IS NOT NULL AND h.key_on IS NULL))::int, count(h.key_on)::int
    FROM lines l LEFT JOIN homes h ON h.corporation = l.corporation AND h.municipality = coalesce(l.municipality, h.municipality)
      AND h.origin = coalesce(l.origin, h.origin) AND h."on" BETWEEN l.first_day AND l.last_day
   GROUP BY l.at ORDER BY l.at;
END $$;
ALTER FUNCTION app.contingent_counts(date) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.contingent_counts(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.contingent_counts(date) TO thuistafel_app;
