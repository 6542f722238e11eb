-- A move to another gemeente: what was gone through, by whom, with what shows it; and the days on which the one ends and the other begins.
ALTER TABLE "case_handover" ADD COLUMN     "from_on" DATE,
ADD COLUMN     "move_on" DATE;

-- CreateTable
CREATE TABLE "case_move_items" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "move_item" TEXT NOT NULL,
    "arranged_by" TEXT NOT NULL,
    "arranged_on" DATE NOT NULL,
    "shown_by" TEXT NOT NULL,
    "move_round" INTEGER NOT NULL,

    CONSTRAINT "case_move_items_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_move_items_subject_id_seq_idx" ON "case_move_items"("subject_id", "seq");
ALTER TABLE "case_move_items" ADD CONSTRAINT "case_move_items_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('moveItems', 'case_move_items', 'subject_id', true);
