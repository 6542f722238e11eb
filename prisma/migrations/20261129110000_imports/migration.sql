-- Running clients come in from a file: its rows are the uploader's alone until they agree, and the job acts as that person.
-- docs/decisions/0028 says why.

-- CreateTable
CREATE TABLE "case_imported" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "file" TEXT NOT NULL,
    "file_row" INTEGER NOT NULL,
    "stated" TEXT NOT NULL,
    "stated_since" DATE,
    "stated_form" TEXT,
    "stated_level" TEXT,
    "agreed_on" DATE NOT NULL,
    "agreed_how" TEXT NOT NULL,

    CONSTRAINT "case_imported_pkey" PRIMARY KEY ("subject_id")
);
ALTER TABLE "case_imported" ADD CONSTRAINT "case_imported_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('imported', 'case_imported', 'subject_id', false);

CREATE TABLE "import" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "membership_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "checksum" TEXT NOT NULL,
    "headings" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "rows" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "agreed_at" TIMESTAMPTZ,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "nr" INTEGER NOT NULL,
    "sealed" TEXT,
    "state" TEXT NOT NULL,
    "twin" INTEGER,
    "reason" TEXT,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","nr")
);
ALTER TABLE "import" ADD CONSTRAINT "import_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "import_membership_id_idx" ON "import"("membership_id");
CREATE INDEX import_row_state ON import_row (import_id, state, nr);

-- Nobody reads the import of another, whatever they may read of cases; the rows of one's own are asked through it.
SELECT app.protect_derived('import', 'membership_id = ((SELECT app.actor())).id');
SELECT app.protect_derived('import_row', 'EXISTS (SELECT 1 FROM import i WHERE i.id = import_row.import_id)');

-- The import of whoever acts, while it is in one of these states; held, so that two do not change it at once.
CREATE FUNCTION app.own_import(wanted uuid, VARIADIC states text[]) RETURNS public.import LANGUAGE sql SET search_path = pg_catalog, public AS $$
  SELECT i FROM import i WHERE i.id = wanted AND i.membership_id = (app.actor()).id AND i.state = ANY (states) FOR UPDATE $$;

-- Begins one, by whoever may register a client. At most three are under way for one person: no row then.
CREATE FUNCTION app.open_import(p jsonb) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); made uuid;
BEGIN
  IF NOT app.may_draft(me, 'case', 'openCase', NULL) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('import ' || me.id, 0));
  IF (SELECT count(*) FROM import i WHERE i.membership_id = me.id AND i.ended_at IS NULL) >= 3 THEN RETURN NULL; END IF;
  INSERT INTO import (membership_id, state, format, checksum, headings, mapping, rows, made_at)
    VALUES (me.id, 'mapping', p->>'format', p->>'checksum', p->>'headings', p->'mapping', (p->>'rows')::int, clock_timestamp()) RETURNING id INTO made;
  RETURN made;
END $$;

-- Its rows, sealed: some at a time.
CREATE FUNCTION app.add_import_rows(its uuid, added jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE own uuid := (app.own_import(its, 'mapping')).id;
BEGIN
  IF own IS NULL THEN RETURN; END IF;
  INSERT INTO import_row (import_id, nr, sealed, state) SELECT own, r.nr, r.sealed, 'new' FROM jsonb_to_recordset(added) r(nr int, sealed text);
END $$;

-- Which columns are meant, and how each row was judged by that.
CREATE FUNCTION app.judge_import(its uuid, means jsonb, judged jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (app.own_import(its, 'mapping', 'checked')).id IS NULL THEN RETURN false; END IF;
  UPDATE import_row r SET state = j.state, twin = j.twin FROM jsonb_to_recordset(judged) j(nr int, state text, twin int) WHERE r.import_id = its AND r.nr = j.nr;
  UPDATE import SET state = 'checked', mapping = means WHERE id = its;
  RETURN true;
END $$;

-- From here on the good rows come in, one by one. The job holds the id and nothing else.
CREATE FUNCTION app.agree_import(its uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (app.own_import(its, 'checked')).id IS NULL OR NOT EXISTS (SELECT 1 FROM import_row r WHERE r.import_id = its AND r.state = 'good') THEN RETURN false; END IF;
  UPDATE import SET state = 'running', agreed_at = clock_timestamp() WHERE id = its;
  INSERT INTO job (kind, subject_id, task, next_at) VALUES ('import', its, 'import', clock_timestamp());
  RETURN true;
END $$;

-- Stops one that runs; what came in has come in.
CREATE FUNCTION app.cancel_import(its uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (app.own_import(its, 'running')).id IS NULL THEN RETURN false; END IF;
  UPDATE import SET state = 'cancelled', ended_at = clock_timestamp() WHERE id = its;
  DELETE FROM job WHERE kind = 'import' AND subject_id = its;
  RETURN true;
END $$;

-- Throws one away with all its rows; one that runs is stopped first.
CREATE FUNCTION app.end_import(its uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (app.own_import(its, 'mapping', 'checked', 'done', 'cancelled', 'stopped')).id IS NULL THEN RETURN false; END IF;
  DELETE FROM import WHERE id = its;
  RETURN true;
END $$;

-- The text of a row whose client comes in now, in the transaction that brings it in: given up there, it is good again. Null: it
-- came in already, or nothing comes in any more.
CREATE FUNCTION app.take_import_row(its uuid, wanted int) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); taken text;
BEGIN
  PERFORM 1 FROM import i WHERE i.id = its AND i.membership_id = me.id AND i.state = 'running' FOR SHARE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT r.sealed INTO taken FROM import_row r WHERE r.import_id = its AND r.nr = wanted AND r.state = 'good' FOR UPDATE SKIP LOCKED;
  UPDATE import_row SET state = 'done', sealed = NULL WHERE import_id = its AND nr = wanted AND taken IS NOT NULL;
  RETURN taken;
END $$;

-- A row that did not come in after all, and why.
CREATE FUNCTION app.refuse_import_row(its uuid, refused int, why text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE own uuid := (app.own_import(its, 'running')).id;
BEGIN
  UPDATE import_row SET state = 'refused', reason = why WHERE import_id = own AND nr = refused AND state = 'good';
END $$;

-- One import that is to be worked on now, and whose it is: the caller's for two minutes. What was given up eight times stops. Of whoever
-- has no access any more everything goes.
CREATE FUNCTION app.claim_import() RETURNS TABLE (import_id uuid, membership_id uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM job j WHERE j.kind = 'import' AND j.dead_at IS NULL AND j.next_at <= clock_timestamp()) THEN RETURN; END IF;
  DELETE FROM import i USING job j, membership m WHERE j.kind = 'import' AND j.subject_id = i.id AND m.id = i.membership_id AND NOT app.live(m);
  DELETE FROM job j WHERE j.kind = 'import' AND NOT EXISTS (SELECT 1 FROM import i WHERE i.id = j.subject_id AND i.state = 'running');
  WITH dead AS (UPDATE job j SET dead_at = clock_timestamp() WHERE j.kind = 'import' AND j.dead_at IS NULL AND j.attempts >= 8 AND j.next_at <= clock_timestamp() RETURNING j.subject_id)
  UPDATE import i SET state = 'stopped', ended_at = clock_timestamp() FROM dead d WHERE i.id = d.subject_id;
  RETURN QUERY WITH due AS (
      UPDATE job j SET attempts = j.attempts + 1, next_at = clock_timestamp() + interval '2 minutes'
       WHERE j.id = (SELECT w.id FROM job w WHERE w.kind = 'import' AND w.dead_at IS NULL AND w.next_at <= clock_timestamp() ORDER BY w.next_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING j.subject_id)
    SELECT i.id, i.membership_id FROM due d JOIN import i ON i.id = d.subject_id;
END $$;

-- Asked before each batch: whether it goes on, as the one whose import it is. With nothing left to come in it is done.
CREATE FUNCTION app.import_goes_on(its uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (app.own_import(its, 'running')).id IS NULL THEN RETURN false; END IF;
  IF EXISTS (SELECT 1 FROM import_row r WHERE r.import_id = its AND r.state = 'good') THEN
    UPDATE job SET next_at = clock_timestamp() + interval '2 minutes', attempts = 0 WHERE kind = 'import' AND subject_id = its;
    RETURN true;
  END IF;
  UPDATE import SET state = 'done', ended_at = clock_timestamp() WHERE id = its;
  DELETE FROM job WHERE kind = 'import' AND subject_id = its;
  RETURN false;
END $$;

-- A week after it was made, or after it ended, and of whoever has no access.
CREATE FUNCTION app.tidy_imports() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE removed bigint;
BEGIN
  DELETE FROM import i USING membership m WHERE m.id = i.membership_id
    AND (NOT app.live(m) OR (i.state <> 'running' AND coalesce(i.ended_at, i.made_at) < clock_timestamp() - interval '7 days'));
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;

-- Whose access ends leaves no drafts and no imports behind.
CREATE OR REPLACE FUNCTION app.access_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE membership SET ended_at = clock_timestamp() WHERE id = NEW.subject_id AND ended_at IS NULL;
  UPDATE session SET ended_at = clock_timestamp() WHERE membership_id = NEW.subject_id AND ended_at IS NULL;
  DELETE FROM draft WHERE membership_id = NEW.subject_id;
  DELETE FROM import WHERE membership_id = NEW.subject_id;
  PERFORM app.keep_an_administrator(NEW.subject_id);
  RETURN NEW;
END $$;

-- As before, but of the queue only terms: imports wait in it as well.
CREATE OR REPLACE FUNCTION app.due_terms(most int) RETURNS TABLE (id uuid, role text, since text, due_on text, ladder jsonb, told text[]) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.worker_seen();
  DELETE FROM job WHERE job.kind = 'term' AND job.next_at <= clock_timestamp()
    AND NOT EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = job.subject_id AND t.task = job.task AND t.paused_on IS NULL);
  UPDATE job SET dead_at = clock_timestamp() WHERE job.kind = 'term' AND job.dead_at IS NULL AND job.attempts >= 8 AND job.next_at <= clock_timestamp();
  RETURN QUERY WITH due AS (
      UPDATE job SET attempts = job.attempts + 1, next_at = clock_timestamp() + least(interval '1 minute' * 3 ^ least(job.attempts, 6), interval '4 hours')
       WHERE job.id IN (SELECT w.id FROM job w WHERE w.kind = 'term' AND w.dead_at IS NULL AND w.next_at <= clock_timestamp() ORDER BY w.next_at LIMIT most FOR UPDATE SKIP LOCKED) RETURNING *)
    SELECT d.id, t.role, t.since::text, t.due_on::text, v.rules->'ladder',
        ARRAY(SELECT x.rung FROM term_told x WHERE x.subject_id = t.subject_id AND x.task = t.task AND x.since = t.since AND x.due_on = t.due_on)
      FROM due d JOIN turn t ON t.subject_id = d.subject_id AND t.task = d.task JOIN spine s ON s.id = t.subject_id JOIN covenant_version v ON v.id = s.covenant_version_id;
END $$;

-- As before; an import that is tried again runs again.
CREATE OR REPLACE FUNCTION app.revive_jobs() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found int;
BEGIN
  UPDATE import i SET state = 'running', ended_at = NULL FROM job j WHERE j.kind = 'import' AND j.dead_at IS NOT NULL AND i.id = j.subject_id AND i.state = 'stopped';
  UPDATE job SET dead_at = NULL, attempts = 0, failure = NULL, next_at = clock_timestamp() WHERE dead_at IS NOT NULL;
  GET DIAGNOSTICS found = ROW_COUNT;
  RETURN found;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.own_import(uuid, text[])', 'app.open_import(jsonb)', 'app.add_import_rows(uuid, jsonb)', 'app.judge_import(uuid, jsonb, jsonb)', 'app.agree_import(uuid)', 'app.cancel_import(uuid)',
      'app.end_import(uuid)', 'app.take_import_row(uuid, int)', 'app.refuse_import_row(uuid, int, text)', 'app.claim_import()', 'app.import_goes_on(uuid)', 'app.tidy_imports()', 'app.access_ended()', 'app.due_terms(int)', 'app.revive_jobs()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.open_import(jsonb), app.add_import_rows(uuid, jsonb), app.judge_import(uuid, jsonb, jsonb), app.agree_import(uuid), app.cancel_import(uuid), app.end_import(uuid),
  app.take_import_row(uuid, int), app.refuse_import_row(uuid, int, text), app.claim_import(), app.import_goes_on(uuid) TO thuistafel_app;
GRANT EXECUTE ON FUNCTION app.tidy_imports(), app.due_terms(int), app.revive_jobs() TO thuistafel_worker;
