-- How much is new, and what waits on whom, is asked with every page: it reads what it shows, in the order of an index, and
-- stops there. Postgres plans a function for anybody after a while, takes a busy person for a quiet one, and would read and
-- sort all that they ever did: without bitmaps and whole tables what is left is the index, in whose order it can stop.

-- Whether this piece of news is for this member: not what they did themselves in another role, news for one person for that
-- one alone, and nothing of what they may no longer see.
CREATE FUNCTION app.is_told(o outbox, me membership) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN (o.membership_id IS NULL OR o.membership_id = me.id) AND app.meant_for(o.rung, me.id)
    AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.id = o.journal_id AND j.account_id = me.account_id) AND app.may(me, 'read', '{spine}', o.subject_id);
END $$;

-- What was told to whoever asks in the last ninety days and what they may see now, the newest first. Put in order before it is
-- asked whether it is for them: then no more is asked than is shown.
CREATE FUNCTION app.told(unread boolean, most int) RETURNS SETOF outbox LANGUAGE plpgsql STABLE ROWS 100
  SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_bitmapscan = off SET enable_sort = off AS $$
DECLARE me membership := app.actor();
  since timestamptz := greatest(clock_timestamp() - interval '90 days', me.valid_from::timestamp AT TIME ZONE 'Europe/Amsterdam');
BEGIN
  IF unread THEN
    RETURN QUERY SELECT o.* FROM (SELECT x.* FROM outbox x
        WHERE x.holder_id = me.organisation_id AND x.role = me.role AND x.created_at > since AND x.covenant_id = me.covenant_id
          AND NOT EXISTS (SELECT 1 FROM notice_read n WHERE n.membership_id = me.id AND n.outbox_id = x.id)
        ORDER BY x.created_at DESC, x.id OFFSET 0) o WHERE app.is_told(o, me) LIMIT most;
  ELSE
    RETURN QUERY SELECT o.* FROM (SELECT x.* FROM notice_read n JOIN outbox x ON x.id = n.outbox_id
        WHERE n.membership_id = me.id AND x.holder_id = me.organisation_id AND x.role = me.role AND x.created_at > since AND x.covenant_id = me.covenant_id
        ORDER BY x.created_at DESC, x.id OFFSET 0) o WHERE app.is_told(o, me) LIMIT most;
  END IF;
END $$;

-- As before. Which organisation did it, and what is told of it, are for who may know that from the timeline: asked of the few
-- that are shown.
CREATE OR REPLACE FUNCTION app.notices(unread boolean, most int) RETURNS TABLE (id uuid, subject_id uuid, subject_kind text, step text, task text, organisation_id uuid, tells jsonb, taken_on date, at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
DECLARE me membership := app.actor();
BEGIN
  RETURN QUERY SELECT o.id, o.subject_id, o.subject_kind, o.step, o.task, CASE WHEN k.known THEN j.organisation_id END, CASE WHEN k.known THEN j.tells END, j.taken_on, o.created_at
    FROM app.told(notices.unread, most) o LEFT JOIN journal j ON j.id = o.journal_id,
      LATERAL (SELECT app.may(me, 'read', CASE WHEN j.shown = '{}' THEN '{spine}' ELSE j.shown END, o.subject_id) AS known) k
   ORDER BY o.created_at DESC, o.id;
END $$;

-- How much is unread, counted no further than `most`.
CREATE FUNCTION app.count_unread(most int) RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT count(*)::int FROM app.told(true, most) $$;

-- How much waits is counted from this index alone; it begins as the one by which a work list is read.
CREATE INDEX turn_counted ON turn (covenant_id, holder_id, role, due_on, paused_on, subject_id);

-- As before: in how many cases something waits on whoever asks, and in how many of those it is new to them.
CREATE OR REPLACE FUNCTION app.count_mine(day date, most int) RETURNS TABLE (mine int, fresh int) LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE me membership := app.actor(); since timestamptz := clock_timestamp() - interval '16 days';
BEGIN
  -- One's own records of these weeks once, the last thousand, rather than those of everybody about each case.
  RETURN QUERY WITH own AS MATERIALIZED (SELECT j.subject_id, max(j.taken_on) AS last FROM (SELECT j.subject_id, j.taken_on, j.kind FROM journal j
        WHERE j.organisation_id = me.organisation_id AND j.account_id = me.account_id AND j.recorded_at > since ORDER BY j.recorded_at DESC LIMIT 1000) j
      WHERE j.kind IN ('read', 'step') GROUP BY 1)
    SELECT count(DISTINCT t.subject_id)::int, count(DISTINCT t.subject_id) FILTER (WHERE t.since >= count_mine.day - 14 AND NOT EXISTS (SELECT 1 FROM own o WHERE o.subject_id = t.subject_id AND o.last >= t.since))::int
    FROM (SELECT t.subject_id, t.since FROM turn t WHERE t.covenant_id = me.covenant_id AND t.holder_id = me.organisation_id AND t.role = me.role AND t.subject_kind = 'case' LIMIT most) t;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.is_told(outbox, membership)', 'app.told(boolean, int)', 'app.notices(boolean, int)', 'app.count_unread(int)', 'app.count_mine(date, int)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.notices(boolean, int), app.count_unread(int), app.count_mine(date, int) TO thuistafel_app;
