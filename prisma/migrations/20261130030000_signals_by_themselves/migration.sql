-- Silence that is a signal by itself, where the covenant says so: the term of a visit, a contact, an evaluation or an answer has
-- passed. The task goes on, so this follows each term once. What became of each signal is a list of its own. docs/decisions/0048.

-- CreateTable
CREATE TABLE "case_care_course" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "number" INTEGER,
    "until" DATE,
    "silent" TEXT,

    CONSTRAINT "case_care_course_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_care_course_subject_id_seq_idx" ON "case_care_course"("subject_id", "seq");
ALTER TABLE "case_care_course" ADD CONSTRAINT "case_care_course_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('careCourse', 'case_care_course', 'subject_id', true);
GRANT USAGE ON SEQUENCE case_care_course_seq_seq TO thuistafel_kernel;

-- As before; what followed a term once and left it running does not follow it again.
CREATE OR REPLACE FUNCTION app.follows_term(s public.spine, wanted text) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT s.shield IS NULL AND EXISTS (SELECT 1 FROM policy_cause c JOIN turn t ON t.subject_id = s.id AND c.cause = 'term ' || t.task
      JOIN term_told x ON x.subject_id = t.subject_id AND x.task = t.task AND x.since = t.since AND x.due_on = t.due_on AND x.rung = 'announce' AND x.heard
      JOIN covenant_version v ON v.id = s.covenant_version_id
    WHERE c.kind = s.kind AND c.step = wanted AND t.paused_on IS NULL AND t.due_on < app.today()
      AND (x.told_at AT TIME ZONE 'Europe/Amsterdam')::date < app.today() AND v.rules #>> ARRAY['consequences', wanted] IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM term_told f WHERE f.subject_id = t.subject_id AND f.task = t.task AND f.since = t.since AND f.due_on = t.due_on AND f.rung = 'followed')) $$;

-- As before; nothing is at stake any more once it followed.
CREATE OR REPLACE FUNCTION app.term_at_stake(due uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT jsonb_build_object('spine', jsonb_build_object('id', s.id, 'kind', s.kind, 'stage', s.stage, 'version', s.version, 'covenantId', s.covenant_id, 'covenantVersionId', s.covenant_version_id),
      'task', t.task, 'dueOn', t.due_on, 'rules', v.rules, 'membershipId', m.id, 'organisationId', m.organisation_id,
      'announcedOn', (SELECT (x.told_at AT TIME ZONE 'Europe/Amsterdam')::date FROM term_told x
        WHERE x.subject_id = t.subject_id AND x.task = t.task AND x.since = t.since AND x.due_on = t.due_on AND x.rung = 'announce'),
      'turns', (SELECT jsonb_agg(jsonb_build_object('task', o.task, 'role', o.role, 'holderId', o.holder_id, 'since', o.since, 'dueOn', o.due_on, 'pausedOn', o.paused_on)) FROM turn o WHERE o.subject_id = s.id))
    FROM job j JOIN turn t ON t.subject_id = j.subject_id AND t.task = j.task AND t.paused_on IS NULL JOIN spine s ON s.id = t.subject_id AND s.shield IS NULL
      JOIN covenant_version v ON v.id = s.covenant_version_id JOIN policy_cause c ON c.kind = s.kind AND c.cause = 'term ' || t.task AND v.rules #>> ARRAY['consequences', c.step] IS NOT NULL
      JOIN membership m ON m.covenant_id = s.covenant_id AND m.role = 'terms' AND m.ended_at IS NULL
   WHERE j.id = due AND j.kind = 'term'
     AND NOT EXISTS (SELECT 1 FROM term_told f WHERE f.subject_id = t.subject_id AND f.task = t.task AND f.since = t.since AND f.due_on = t.due_on AND f.rung = 'followed') $$;

-- As before; silence leaves its task open, is written down as having followed, and its one row says which task was silent.
CREATE OR REPLACE FUNCTION app.take_consequence(due uuid, seen jsonb, taken jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE t turn; stake jsonb := app.term_at_stake(due); silent boolean := taken->>'step' = 'signalByItself';
BEGIN
  SELECT x.* INTO t FROM job j JOIN turn x ON x.subject_id = j.subject_id AND x.task = j.task WHERE j.id = due AND x.since = (seen->>'since')::date AND x.due_on = (seen->>'dueOn')::date;
  IF t.id IS NULL OR stake IS NULL THEN RETURN false; END IF;
  IF t.subject_id <> (taken->>'subjectId')::uuid OR taken->>'to' <> taken->>'from' OR taken->'relate' <> '[]' OR NOT taken->'release' <@ '["nextProvider", "nextGemeente"]'
    OR NOT (taken->'closes' ? t.task OR silent) OR (silent AND (taken->'release' <> '[]' OR NOT taken->'closes' <@ '["answerSignal"]'))
    OR NOT EXISTS (SELECT 1 FROM policy_cause c WHERE c.kind = t.subject_kind AND c.step = taken->>'step' AND c.cause = 'term ' || t.task) THEN
    RAISE EXCEPTION 'does not follow from this term' USING ERRCODE = '42501'; END IF;
  PERFORM set_config('app.membership', stake->>'membershipId', true);
  PERFORM app.record_step(taken);
  PERFORM set_config('app.membership', '', true);
  IF silent THEN
    INSERT INTO case_care_course (subject_id, organisation_id, recorded_on, covenant_id, kind, event, until, silent)
      SELECT t.subject_id, (stake->>'organisationId')::uuid, (taken->>'on')::date, t.covenant_id, 'silence', 'raised', o.due_on, t.task FROM turn o WHERE o.subject_id = t.subject_id AND o.task = 'answerSignal';
    INSERT INTO term_told (subject_id, covenant_id, task, since, due_on, rung, heard, told_at) VALUES (t.subject_id, t.covenant_id, t.task, t.since, t.due_on, 'followed', true, clock_timestamp());
  END IF;
  RETURN true;
EXCEPTION WHEN SQLSTATE 'TT001' THEN RETURN false;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.follows_term(public.spine, text)', 'app.term_at_stake(uuid)', 'app.take_consequence(uuid, jsonb, jsonb)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.term_at_stake(uuid), app.take_consequence(uuid, jsonb, jsonb) TO thuistafel_worker;
