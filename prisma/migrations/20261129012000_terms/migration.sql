-- A term is told of: before its last day to whoever holds the task, and when it has passed up a ladder that the covenant names.
-- The worker does it, from a queue that each change of a turn fills in its own transaction. docs/decisions/0023 says why.

CREATE TABLE "job" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "dead_at" TIMESTAMPTZ,

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "job_kind_subject_id_task_key" ON "job"("kind", "subject_id", "task");
CREATE INDEX job_waiting ON job (next_at) WHERE dead_at IS NULL;

CREATE TABLE "term_told" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "task" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "rung" TEXT NOT NULL,
    "heard" BOOLEAN NOT NULL,
    "told_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "term_told_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "term_told_subject_id_task_since_due_on_rung_key" ON "term_told"("subject_id", "task", "since", "due_on", "rung");

SELECT app.protect_derived('job', '');
-- Whoever sees that there is a task, sees who was told that it is late.
SELECT app.protect_derived('term_told', 'EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = term_told.subject_id AND t.task = term_told.task)');

-- A turn that opens or gets another last day is looked at in the next round; one that ends needs nobody any more, and one that
-- stands still nobody until it goes on.
CREATE FUNCTION app.await_terms() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO job (kind, subject_id, task, next_at) SELECT 'term', t.subject_id, t.task, clock_timestamp() FROM fresh t
    ON CONFLICT (kind, subject_id, task) DO UPDATE SET next_at = excluded.next_at, attempts = 0, failure = NULL, dead_at = NULL;
  RETURN NULL;
END $$;
CREATE FUNCTION app.forget_terms() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM job j USING gone t WHERE j.kind = 'term' AND j.subject_id = t.subject_id AND j.task = t.task;
  RETURN NULL;
END $$;
CREATE TRIGGER turn_opened AFTER INSERT ON turn REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION app.await_terms();
CREATE TRIGGER turn_changed AFTER UPDATE ON turn REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION app.await_terms();
CREATE TRIGGER turn_ended AFTER DELETE ON turn REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION app.forget_terms();
INSERT INTO job (kind, subject_id, task, next_at) SELECT 'term', t.subject_id, t.task, clock_timestamp() FROM turn t;

-- The terms that are to be looked at now, each with what its covenant version says of the ladder and which rungs were told.
-- Each is the caller's until its next time; what was claimed and not heard of again comes back then, later each time. What
-- failed eight times is dead: it stays, and somebody has to look.
CREATE FUNCTION app.due_terms(most int) RETURNS TABLE (id uuid, role text, since text, due_on text, ladder jsonb, told text[]) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.worker_seen();
  DELETE FROM job WHERE job.kind = 'term' AND job.next_at <= clock_timestamp()
    AND NOT EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = job.subject_id AND t.task = job.task AND t.paused_on IS NULL);
  UPDATE job SET dead_at = clock_timestamp() WHERE job.dead_at IS NULL AND job.attempts >= 8 AND job.next_at <= clock_timestamp();
  RETURN QUERY WITH due AS (
      UPDATE job SET attempts = job.attempts + 1, next_at = clock_timestamp() + least(interval '1 minute' * 3 ^ least(job.attempts, 6), interval '4 hours')
       WHERE job.id IN (SELECT w.id FROM job w WHERE w.dead_at IS NULL AND w.next_at <= clock_timestamp() ORDER BY w.next_at LIMIT most FOR UPDATE SKIP LOCKED) RETURNING *)
    SELECT d.id, t.role, t.since::text, t.due_on::text, v.rules->'ladder',
        ARRAY(SELECT x.rung FROM term_told x WHERE x.subject_id = t.subject_id AND x.task = t.task AND x.since = t.since AND x.due_on = t.due_on)
      FROM due d JOIN turn t ON t.subject_id = d.subject_id AND t.task = d.task JOIN spine s ON s.id = t.subject_id JOIN covenant_version v ON v.id = s.covenant_version_id;
END $$;

-- Tells one rung of a term, or none, and says when to look again; never, without a time. A term that changed since it was looked
-- at is left as it is: its change called for another look. It is told to people who may see the
-- subject and to nobody else, of the organisation that holds the task; to coordinators of the whole covenant.
CREATE FUNCTION app.term_done(done uuid, seen jsonb, rung text, lead text, again timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE t turn; heard boolean;
BEGIN
  SELECT x.* INTO t FROM turn x JOIN job j ON j.subject_id = x.subject_id AND j.task = x.task
   WHERE j.id = done AND x.since = (seen->>'since')::date AND x.due_on = (seen->>'dueOn')::date AND x.paused_on IS NULL FOR SHARE OF x;
  IF t.id IS NULL THEN RETURN; END IF;
  IF rung IS NOT NULL AND NOT EXISTS (SELECT 1 FROM term_told x WHERE x.subject_id = t.subject_id AND x.task = t.task AND x.since = t.since AND x.due_on = t.due_on AND x.rung = term_done.rung) THEN
    INSERT INTO outbox (covenant_id, subject_id, subject_kind, step, task, rung, role, holder_id, created_at)
      SELECT DISTINCT t.covenant_id, t.subject_id, t.subject_kind, CASE term_done.rung WHEN 'remind' THEN 'termNear' ELSE 'termLate' END, t.task, term_done.rung, m.role, m.organisation_id, statement_timestamp()
        FROM membership m WHERE m.covenant_id = t.covenant_id AND app.live(m) AND app.meant_for(term_done.rung, m.id) AND app.may(m, 'read', '{spine}', t.subject_id)
         AND CASE term_done.rung WHEN 'coordinator' THEN m.role = 'coordinator' WHEN 'lead' THEN m.role = lead AND m.organisation_id = t.holder_id ELSE m.role = t.role AND m.organisation_id = t.holder_id END;
    heard := FOUND;
    INSERT INTO term_told (subject_id, covenant_id, task, since, due_on, rung, heard, told_at) VALUES (t.subject_id, t.covenant_id, t.task, t.since, t.due_on, term_done.rung, heard, clock_timestamp());
    PERFORM pg_notify('live', jsonb_build_object('subject', t.subject_id, 'covenant', t.covenant_id)::text) WHERE heard;
  END IF;
  UPDATE job SET next_at = again, attempts = 0, failure = NULL WHERE id = done AND again IS NOT NULL;
  DELETE FROM job WHERE id = done AND again IS NULL;
END $$;

-- Why a job failed: the class of the error, for a message can hold values.
CREATE FUNCTION app.job_failed(failed uuid, why text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE job SET failure = why WHERE id = failed $$;

-- The jobs that are dead, and those that failed and are tried again.
CREATE FUNCTION app.failed_jobs() RETURNS TABLE (id uuid, kind text, task text, attempts int, failure text, dead_at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT j.id, j.kind, j.task, j.attempts, j.failure, j.dead_at FROM job j WHERE j.dead_at IS NOT NULL OR j.failure IS NOT NULL ORDER BY j.dead_at NULLS LAST, j.id LIMIT 200 $$;

-- Brings dead jobs back to life; returns how many.
CREATE FUNCTION app.revive_jobs() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found int;
BEGIN
  UPDATE job SET dead_at = NULL, attempts = 0, failure = NULL, next_at = clock_timestamp() WHERE dead_at IS NOT NULL;
  GET DIAGNOSTICS found = ROW_COUNT;
  RETURN found;
END $$;

-- As before, and of the terms too: what should have been looked at an hour ago is late, and what is dead was given up.
CREATE OR REPLACE FUNCTION app.notices_state() RETURNS TABLE (seen_at timestamptz, late int, given_up int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT (SELECT w.seen_at FROM worker w),
    (SELECT count(*)::int FROM outbox o WHERE o.delivered_at IS NULL AND o.created_at < clock_timestamp() - interval '1 hour')
      + (SELECT count(*)::int FROM mail m JOIN account a ON a.id = m.account_id AND a.deactivated_at IS NULL
          WHERE m.sent_at IS NULL AND m.given_up_at IS NULL AND m.created_at < clock_timestamp() - interval '1 hour')
      + (SELECT count(*)::int FROM job j WHERE j.dead_at IS NULL AND j.next_at < clock_timestamp() - interval '1 hour'),
    (SELECT count(*)::int FROM mail m WHERE m.given_up_at > clock_timestamp() - interval '1 day') + (SELECT count(*)::int FROM job j WHERE j.dead_at IS NOT NULL) $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.await_terms()', 'app.forget_terms()', 'app.due_terms(int)', 'app.term_done(uuid, jsonb, text, text, timestamptz)', 'app.job_failed(uuid, text)', 'app.failed_jobs()', 'app.revive_jobs()', 'app.notices_state()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.notices_state() TO thuistafel_app, thuistafel_worker;
GRANT EXECUTE ON FUNCTION app.due_terms(int), app.term_done(uuid, jsonb, text, text, timestamptz), app.job_failed(uuid, text), app.failed_jobs(), app.revive_jobs() TO thuistafel_worker;
