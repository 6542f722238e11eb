-- Papers of a case: one table for each group that is read by the same people. Their bytes stand outside the database.

CREATE TABLE "case_papers_identity" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "paper" UUID NOT NULL,
    "paper_type" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_format" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "paper_version" INTEGER NOT NULL,
    "replaces" UUID,
    "last_day" DATE,
    "withdrawn_on" DATE,

    CONSTRAINT "case_papers_identity_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "case_papers_income" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "paper" UUID NOT NULL,
    "paper_type" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_format" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "paper_version" INTEGER NOT NULL,
    "replaces" UUID,
    "last_day" DATE,
    "withdrawn_on" DATE,

    CONSTRAINT "case_papers_income_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "case_papers_housing" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "paper" UUID NOT NULL,
    "paper_type" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_format" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "paper_version" INTEGER NOT NULL,
    "replaces" UUID,
    "last_day" DATE,
    "withdrawn_on" DATE,

    CONSTRAINT "case_papers_housing_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "case_papers_support" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "paper" UUID NOT NULL,
    "paper_type" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_format" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "paper_version" INTEGER NOT NULL,
    "replaces" UUID,
    "last_day" DATE,
    "withdrawn_on" DATE,

    CONSTRAINT "case_papers_support_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "case_papers_contract" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "paper" UUID NOT NULL,
    "paper_type" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_format" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "paper_version" INTEGER NOT NULL,
    "replaces" UUID,
    "last_day" DATE,
    "withdrawn_on" DATE,

    CONSTRAINT "case_papers_contract_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "case_papers_own" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "paper" UUID NOT NULL,
    "paper_type" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_format" TEXT NOT NULL,
    "file_size" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "paper_version" INTEGER NOT NULL,
    "replaces" UUID,
    "last_day" DATE,
    "withdrawn_on" DATE,

    CONSTRAINT "case_papers_own_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "case_papers_identity_subject_id_seq_idx" ON "case_papers_identity"("subject_id", "seq");

CREATE INDEX "case_papers_income_subject_id_seq_idx" ON "case_papers_income"("subject_id", "seq");

CREATE INDEX "case_papers_housing_subject_id_seq_idx" ON "case_papers_housing"("subject_id", "seq");

CREATE INDEX "case_papers_support_subject_id_seq_idx" ON "case_papers_support"("subject_id", "seq");

CREATE INDEX "case_papers_contract_subject_id_seq_idx" ON "case_papers_contract"("subject_id", "seq");

CREATE INDEX "case_papers_own_subject_id_seq_idx" ON "case_papers_own"("subject_id", "seq");

ALTER TABLE "case_papers_identity" ADD CONSTRAINT "case_papers_identity_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "case_papers_income" ADD CONSTRAINT "case_papers_income_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "case_papers_housing" ADD CONSTRAINT "case_papers_housing_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "case_papers_support" ADD CONSTRAINT "case_papers_support_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "case_papers_contract" ADD CONSTRAINT "case_papers_contract_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "case_papers_own" ADD CONSTRAINT "case_papers_own_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


SELECT app.protect('papersIdentity', 'case_papers_identity', 'subject_id', true);
SELECT app.protect('papersIncome', 'case_papers_income', 'subject_id', true);
SELECT app.protect('papersHousing', 'case_papers_housing', 'subject_id', true);
SELECT app.protect('papersSupport', 'case_papers_support', 'subject_id', true);
SELECT app.protect('papersContract', 'case_papers_contract', 'subject_id', true);
SELECT app.protect('papersOwn', 'case_papers_own', 'subject_id', true);

-- A paper comes in once: no second row leads to the same bytes.
CREATE UNIQUE INDEX one_identity_paper ON case_papers_identity (paper) WHERE withdrawn_on IS NULL;
CREATE UNIQUE INDEX one_income_paper ON case_papers_income (paper) WHERE withdrawn_on IS NULL;
CREATE UNIQUE INDEX one_housing_paper ON case_papers_housing (paper) WHERE withdrawn_on IS NULL;
CREATE UNIQUE INDEX one_support_paper ON case_papers_support (paper) WHERE withdrawn_on IS NULL;
CREATE UNIQUE INDEX one_contract_paper ON case_papers_contract (paper) WHERE withdrawn_on IS NULL;
CREATE UNIQUE INDEX one_own_paper ON case_papers_own (paper) WHERE withdrawn_on IS NULL;

-- Which of these files nobody needs: no paper speaks of them, or it was withdrawn before yesterday. For the worker, which
-- learns no more than that; a day's respite, so that a backup that runs meanwhile finds every file its rows speak of.
CREATE FUNCTION app.needless_files(files uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH word AS (
    SELECT paper, withdrawn_on FROM case_papers_identity UNION ALL SELECT paper, withdrawn_on FROM case_papers_income
    UNION ALL SELECT paper, withdrawn_on FROM case_papers_housing UNION ALL SELECT paper, withdrawn_on FROM case_papers_support
    UNION ALL SELECT paper, withdrawn_on FROM case_papers_contract UNION ALL SELECT paper, withdrawn_on FROM case_papers_own)
  SELECT f FROM unnest(files) f WHERE NOT EXISTS (SELECT 1 FROM word w WHERE w.paper = f)
    OR EXISTS (SELECT 1 FROM word w WHERE w.paper = f AND w.withdrawn_on < current_date - 1) $$;
ALTER FUNCTION app.needless_files(uuid[]) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.needless_files(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.needless_files(uuid[]) TO thuistafel_worker;
