-- Whose turn it is in a case, as one more choice in the list: mine, not mine, or mine and not opened yet.
-- The list itself (`app.cases_in_order`) takes it in the next migration, together with the mentor.

-- A task that began in the last two weeks, on a case that this person has not opened and did nothing in since. They are told
-- so of their own records only.
CREATE FUNCTION app.new_to(account uuid, task turn, day date) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT task.since >= day - 14 AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.subject_id = task.subject_id AND j.account_id = account AND j.kind IN ('read', 'step') AND j.taken_on >= task.since) $$;

-- In how many cases something waits on whoever asks, and in how many of those it is new to them; counted no further than `most`.
CREATE FUNCTION app.count_mine(day date, most int) RETURNS TABLE (mine int, fresh int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  -- One's own records of these weeks once, the last thousand, rather than those of everybody about each case.
  RETURN QUERY WITH own AS MATERIALIZED (SELECT j.subject_id, max(j.taken_on) AS last FROM (SELECT j.* FROM journal j
        WHERE j.organisation_id = me.organisation_id AND j.account_id = me.account_id AND j.recorded_at > clock_timestamp() - interval '16 days' ORDER BY j.recorded_at DESC LIMIT 1000) j
      WHERE j.kind IN ('read', 'step') GROUP BY 1)
    SELECT count(DISTINCT t.subject_id)::int, count(DISTINCT t.subject_id) FILTER (WHERE t.since >= count_mine.day - 14 AND NOT EXISTS (SELECT 1 FROM own o WHERE o.subject_id = t.subject_id AND o.last >= t.since))::int
    FROM (SELECT t.subject_id, t.since FROM turn t WHERE t.covenant_id = me.covenant_id AND t.holder_id = me.organisation_id AND t.role = me.role AND t.subject_kind = 'case' LIMIT most) t;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.new_to(uuid, turn, date)', 'app.count_mine(date, int)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.count_mine(date, int) TO thuistafel_app;
