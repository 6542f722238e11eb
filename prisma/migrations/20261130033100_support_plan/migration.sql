-- The support plan as it was saved each time, and what client and supervisor said of it: for the care provider alone.
-- CreateTable
CREATE TABLE "case_plan_versions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "plan_number" INTEGER NOT NULL,
    "plan_domains" TEXT[],
    "plan_goals" TEXT NOT NULL,
    "plan_steps" TEXT NOT NULL,
    "plan_parties" TEXT[],
    "hours_per_week" INTEGER NOT NULL,
    "reachable" TEXT NOT NULL,
    "plan_signs" TEXT,
    "plan_helps" TEXT,
    "plan_review_on" DATE NOT NULL,
    "plan_changed" TEXT[],
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "case_plan_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_plan_words" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "plan_number" INTEGER NOT NULL,
    "plan_word" TEXT NOT NULL,
    "agreed_on" DATE,
    "agreed_how" TEXT,
    "note" TEXT,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "case_plan_words_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_plan_versions_subject_id_seq_idx" ON "case_plan_versions"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_plan_words_subject_id_seq_idx" ON "case_plan_words"("subject_id", "seq");

-- AddForeignKey
ALTER TABLE "case_plan_versions" ADD CONSTRAINT "case_plan_versions_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_plan_words" ADD CONSTRAINT "case_plan_words_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT app.protect('planVersions', 'case_plan_versions', 'subject_id', true);
SELECT app.protect('planWords', 'case_plan_words', 'subject_id', true);
