-- The talk of the landlord with its tenant, and the landing plan: who introduces the client where they come to live.

-- CreateTable
CREATE TABLE "case_talks" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "talk_on" DATE NOT NULL,
    "talk_at" TEXT NOT NULL,
    "talk_place" TEXT NOT NULL,
    "talk_outcome" TEXT,
    "talk_agreed" TEXT,
    "talk_missed" INTEGER NOT NULL,

    CONSTRAINT "case_talks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_landing" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "landing_with" TEXT NOT NULL,
    "introduced_by" TEXT NOT NULL,
    "landing_on" DATE,
    "landing_state" TEXT NOT NULL,

    CONSTRAINT "case_landing_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "case_talks_subject_id_seq_idx" ON "case_talks"("subject_id", "seq");
CREATE INDEX "case_landing_subject_id_seq_idx" ON "case_landing"("subject_id", "seq");
ALTER TABLE "case_talks" ADD CONSTRAINT "case_talks_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_landing" ADD CONSTRAINT "case_landing_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('talks', 'case_talks', 'subject_id', true);
SELECT app.protect('landing', 'case_landing', 'subject_id', true);
