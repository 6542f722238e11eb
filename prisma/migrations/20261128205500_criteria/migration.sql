-- The conditions of the covenant: how each stands, and what shows it.

-- CreateTable
CREATE TABLE "case_criteria" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "met" TEXT NOT NULL,
    "evidence" TEXT,

    CONSTRAINT "case_criteria_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_criteria_subject_id_seq_idx" ON "case_criteria"("subject_id", "seq");

-- AddForeignKey
ALTER TABLE "case_criteria" ADD CONSTRAINT "case_criteria_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT app.protect('criteria', 'case_criteria', 'subject_id', true);
