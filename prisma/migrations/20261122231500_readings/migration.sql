-- What was read of a case, by which role of whom, from which day to which: for the two who answer to the client for it.
-- Each organisation keeps its own chain; here only days and names of groups come out of those of others, and no person.
CREATE FUNCTION app.readings_of(subject uuid) RETURNS TABLE (organisation_id uuid, role text, object text, first_on date, last_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.role IS NULL OR me.role NOT IN ('mentor', 'regisseur') OR NOT app.may(me, 'read', ARRAY['consents'], subject) THEN RETURN; END IF;
  RETURN QUERY SELECT j.organisation_id, j.role, o.object, min(j.taken_on), max(j.taken_on)
    FROM journal j, unnest(j.shown) o(object) WHERE j.subject_id = subject AND j.covenant_id = me.covenant_id AND j.kind = 'read' GROUP BY 1, 2, 3;
END $$;
ALTER FUNCTION app.readings_of(uuid) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.readings_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.readings_of(uuid) TO thuistafel_app;
