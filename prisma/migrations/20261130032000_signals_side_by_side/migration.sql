-- Signals that stand side by side: each has an id, and a course of its own. Those about the home are read by the landlord,
-- those about the client are not; a wijkteam reads what it raised itself. docs/decisions/0048.
ALTER TABLE "case_signals" ADD COLUMN "signal" UUID;
ALTER TABLE "case_signal_answers" ADD COLUMN "signal" UUID;
-- The nth of its kind said nothing to who reads some of a kind.
ALTER TABLE "case_care_course" DROP COLUMN "number", ADD COLUMN "signal" UUID, ADD COLUMN "raised_by" UUID;

-- CreateTable
CREATE TABLE "case_home_course" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "signal" UUID NOT NULL,
    "until" DATE,

    CONSTRAINT "case_home_course_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "case_care_signals" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "signal" UUID NOT NULL,
    "raised_by" UUID NOT NULL,

    CONSTRAINT "case_care_signals_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "case_care_answers" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "agreed" TEXT,
    "signal" UUID NOT NULL,

    CONSTRAINT "case_care_answers_pkey" PRIMARY KEY ("id")
);

DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT * FROM (VALUES ('homeCourse', 'case_home_course'), ('careSignals', 'case_care_signals'), ('careAnswers', 'case_care_answers')) v(object, t) LOOP
    EXECUTE format('CREATE INDEX %I ON %I ("subject_id", "seq")', c.t || '_subject_id_seq_idx', c.t);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE', c.t, c.t || '_subject_id_fkey');
    PERFORM app.protect(c.object, c.t, 'subject_id', true);
  END LOOP;
END $$;

-- Of what a wijkteam may read, a row is for the one that raised the signal. A record of it as well.
DO $$ DECLARE more record; BEGIN
  FOR more IN SELECT * FROM (VALUES
    ('case_care_signals', $p$(SELECT app.role()) <> 'localTeam' OR raised_by = (SELECT app.organisation())$p$),
    ('case_care_course', $p$(SELECT app.role()) <> 'localTeam' OR raised_by = (SELECT app.organisation())$p$),
    ('journal', $p$(SELECT app.role()) <> 'localTeam' OR NOT (kind = 'step' AND shown && '{careSignals,careCourse}'::text[])
      OR EXISTS (SELECT 1 FROM case_care_course c WHERE c.subject_id = journal.subject_id AND c.signal::text = journal.tells->>'signal')$p$)) v(t, condition)
  LOOP
    EXECUTE format('ALTER POLICY readable ON %I USING ((%s) AND (%s))', more.t,
      (SELECT pg_get_expr(p.polqual, p.polrelid) FROM pg_policy p WHERE p.polrelid = more.t::regclass AND p.polname = 'readable'), more.condition);
  END LOOP;
END $$;

-- What was signalled before: each gets its course, ended on the day of the first answer after it, if there was one.
UPDATE case_signals SET signal = id;
INSERT INTO case_home_course (subject_id, organisation_id, recorded_on, covenant_id, event, signal)
  SELECT subject_id, organisation_id, recorded_on, covenant_id, 'raised', signal FROM case_signals ORDER BY seq;
INSERT INTO case_home_course (subject_id, organisation_id, recorded_on, covenant_id, event, signal)
  SELECT s.subject_id, a.organisation_id, a.recorded_on, s.covenant_id, 'acted', s.signal FROM case_signals s
    CROSS JOIN LATERAL (SELECT x.organisation_id, x.recorded_on FROM case_signal_answers x WHERE x.subject_id = s.subject_id AND x.recorded_on >= s.recorded_on ORDER BY x.seq LIMIT 1) a
   ORDER BY s.seq;
