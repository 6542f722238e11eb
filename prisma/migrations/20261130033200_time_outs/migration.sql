-- A few days elsewhere, that somebody is away, and the waakvlam of who wants it.
-- CreateTable
CREATE TABLE "case_time_outs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "time_out_event" TEXT NOT NULL,
    "time_out_on" DATE NOT NULL,
    "time_out_place" TEXT,
    "return_by" DATE,
    "return_plan" TEXT,
    "rent_kept" TEXT,
    "pets_kept" TEXT,
    "mail_kept" TEXT,
    "note" TEXT,

    CONSTRAINT "case_time_outs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_away" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "away_since" DATE NOT NULL,
    "return_by" DATE NOT NULL,
    "back_on" DATE,

    CONSTRAINT "case_away_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "case_waakvlam" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "waakvlam_event" TEXT NOT NULL,
    "agreed_on" DATE,
    "agreed_how" TEXT,

    CONSTRAINT "case_waakvlam_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_time_outs_subject_id_seq_idx" ON "case_time_outs"("subject_id", "seq");

-- CreateIndex
CREATE INDEX "case_waakvlam_subject_id_seq_idx" ON "case_waakvlam"("subject_id", "seq");

-- AddForeignKey
ALTER TABLE "case_time_outs" ADD CONSTRAINT "case_time_outs_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_away" ADD CONSTRAINT "case_away_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_waakvlam" ADD CONSTRAINT "case_waakvlam_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT app.protect('timeOuts', 'case_time_outs', 'subject_id', true);
SELECT app.protect('away', 'case_away', 'subject_id', false);
SELECT app.protect('waakvlam', 'case_waakvlam', 'subject_id', true);
