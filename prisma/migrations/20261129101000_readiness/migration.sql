-- A client who is not ready yet is expected to be on a day; why a day was changed is a code. docs/decisions/0029 says why.

-- AlterTable
ALTER TABLE "case_readiness" ALTER COLUMN "ready_since" DROP NOT NULL;
ALTER TABLE "case_readiness" ADD COLUMN     "changed_why" TEXT,
ADD COLUMN     "expected_on" DATE;
