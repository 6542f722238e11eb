-- What client and supervisor say at an evaluation, and when they meet again: for the care provider alone.
-- CreateTable
CREATE TABLE "case_evaluation_talks" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "client_there" TEXT NOT NULL,
    "client_says" TEXT NOT NULL,
    "supervisor" TEXT NOT NULL,
    "supervisor_says" TEXT NOT NULL,
    "next_on" DATE,

    CONSTRAINT "case_evaluation_talks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_evaluation_talks_subject_id_seq_idx" ON "case_evaluation_talks"("subject_id", "seq");

-- AddForeignKey
ALTER TABLE "case_evaluation_talks" ADD CONSTRAINT "case_evaluation_talks_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT app.protect('evaluationTalks', 'case_evaluation_talks', 'subject_id', true);
