-- The agenda of a tafel for everybody of the covenant who reads that it meets: how many cases, and of each its place. The case
-- and its time for whoever may read that there is one; its number for others where the covenant says so. As app.in_hand, for
-- what is taken along beforehand.
CREATE FUNCTION app.agenda_for(at_tafel uuid) RETURNS TABLE (place int, "case" uuid, number text, minutes int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF NOT coalesce(app.may(me, 'read', '{spine}', at_tafel), false) THEN RETURN; END IF;
  RETURN QUERY WITH said AS (SELECT i."case", min(i.seq) AS came, (array_agg(i."on" ORDER BY i.seq DESC))[1] AS "on", (array_agg(i.number ORDER BY i.seq DESC))[1] AS number,
        (array_agg(i.minutes ORDER BY i.seq DESC))[1] AS minutes FROM tafel_items i WHERE i.subject_id = at_tafel GROUP BY i."case"),
      agenda AS (SELECT i.*, row_number() OVER (ORDER BY array_position(o.cases, i."case") NULLS LAST, i.came) AS place
        FROM said i LEFT JOIN tafel_agenda_order o ON o.subject_id = at_tafel WHERE i."on")
    SELECT a.place::int, CASE WHEN own.reads THEN a."case" END,
        CASE WHEN own.reads OR v.rules #>> '{tafel,withoutStake}' = 'number' THEN a.number END, CASE WHEN own.reads THEN a.minutes::int END
      FROM agenda a JOIN spine s ON s.id = at_tafel JOIN covenant_version v ON v.id = s.covenant_version_id,
        LATERAL (SELECT coalesce(app.may(me, 'read', '{spine}', a."case"), false) AS reads) own
     ORDER BY a.place;
END $$;
ALTER FUNCTION app.agenda_for(uuid) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.agenda_for(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.agenda_for(uuid) TO thuistafel_app;
