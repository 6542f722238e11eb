-- Arrears of rent: what the landlord did about them is its own; the help of the gemeente and their end are told to who knew.
-- docs/decisions/0048.

-- CreateTable
CREATE TABLE "case_arrears_steps" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "done" TEXT NOT NULL,
    "done_on" DATE NOT NULL,

    CONSTRAINT "case_arrears_steps_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "case_debt_help" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "debt_help" TEXT NOT NULL,
    "helped_on" DATE NOT NULL,

    CONSTRAINT "case_debt_help_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "case_arrears_ends" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "arrears_end" TEXT NOT NULL,
    "ended_on" DATE NOT NULL,

    CONSTRAINT "case_arrears_ends_pkey" PRIMARY KEY ("id")
);

DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT * FROM (VALUES ('arrearsSteps', 'case_arrears_steps'), ('debtHelp', 'case_debt_help'), ('arrearsEnds', 'case_arrears_ends')) v(object, t) LOOP
    EXECUTE format('CREATE INDEX %I ON %I ("subject_id", "seq")', c.t || '_subject_id_seq_idx', c.t);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE', c.t, c.t || '_subject_id_fkey');
    PERFORM app.protect(c.object, c.t, 'subject_id', true);
  END LOOP;
END $$;

-- What was written down of arrears before: the same, on the day on which it was.
INSERT INTO case_arrears_steps (subject_id, organisation_id, recorded_on, covenant_id, done, done_on)
  SELECT a.subject_id, a.organisation_id, a.recorded_on, a.covenant_id, s.done, a.recorded_on FROM case_arrears a
    CROSS JOIN LATERAL (VALUES ('reminded', a.reminded), ('contacted', a.contacted), ('helpOffered', a.help_offered), ('objected', a.objected)) s(done, so) WHERE s.so ORDER BY a.seq;
