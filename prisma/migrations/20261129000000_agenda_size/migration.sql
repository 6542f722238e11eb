-- How many cases are on the agenda of a tafel. Whoever may read the agenda may read each of its rows: the policy is asked
-- once for the tafel here, where a query of `tafel_items` asks it for every row. For whoever may not, there are none.
CREATE FUNCTION app.agenda_size(tafel uuid) RETURNS int LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT app.may(app.actor(), 'read', ARRAY['items'], tafel) THEN RETURN 0; END IF;
  RETURN (SELECT count(*) FROM (SELECT DISTINCT ON (i."case") i."on" FROM tafel_items i WHERE i.subject_id = tafel ORDER BY i."case", i.seq DESC) last WHERE last."on");
END $$;
ALTER FUNCTION app.agenda_size(uuid) OWNER TO thuistafel_kernel;
REVOKE EXECUTE ON FUNCTION app.agenda_size(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.agenda_size(uuid) TO thuistafel_app;
