-- An officer may put somebody else in front of those in reserve, and says why. docs/decisions/0044 says under what.

-- AlterTable
ALTER TABLE "dwelling_reserve" ADD COLUMN     "ranked_why" TEXT;
