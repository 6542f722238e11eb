-- What passend toewijzen came to, in the code of VERA: whether an income must be judged at all cannot be found afterwards.
-- A row of before has none, and counts as not known. docs/decisions/0052.
ALTER TABLE "case_signatures" ADD COLUMN     "passend_sort" TEXT;
ALTER TABLE "case_omklap" ADD COLUMN     "passend_sort" TEXT;
