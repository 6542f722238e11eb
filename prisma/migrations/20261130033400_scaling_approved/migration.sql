-- Who approved that support goes up or down; of earlier changes it is not known.
ALTER TABLE "case_support_changes" ADD COLUMN     "approved_by" TEXT;
