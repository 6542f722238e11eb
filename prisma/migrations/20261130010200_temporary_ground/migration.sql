-- On what a temporary lease rests, and its last day.
ALTER TABLE "case_placement" ADD COLUMN     "ends_on" DATE,
ADD COLUMN     "temporary_ground" TEXT;
