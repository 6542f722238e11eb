-- Clients who were elsewhere for a while between two days, and for how many of those days; who is still there, until the last day.
-- The day on which somebody is home again is not one of them. A file that was closed meanwhile ends it.
CREATE FUNCTION app.time_out_counts(first_day date, last_day date) RETURNS TABLE (clients int, days int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  RETURN QUERY WITH began AS (
    SELECT o.subject_id, o.time_out_on, coalesce(
        (SELECT e.time_out_on FROM case_time_outs e WHERE e.subject_id = o.subject_id AND e.seq > o.seq AND e.time_out_event IN ('backHome', 'notBack') ORDER BY e.seq LIMIT 1),
        (SELECT z."on" FROM case_closing z WHERE z.subject_id = o.subject_id AND c.stage = 'closed'), last_day) AS until
      FROM case_time_outs o JOIN spine c ON c.id = o.subject_id AND c.shield IS NULL WHERE c.covenant_id = me.covenant_id AND o.time_out_event = 'started'
  )
  SELECT count(DISTINCT b.subject_id)::int, coalesce(sum(least(b.until, last_day) - greatest(b.time_out_on, first_day)), 0)::int
    FROM began b WHERE greatest(b.time_out_on, first_day) < least(b.until, last_day);
END $$;
ALTER FUNCTION app.time_out_counts(date, date) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.time_out_counts(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.time_out_counts(date, date) TO thuistafel_app;
