-- Who has the keys and who sees to heating and meters while the client is elsewhere.
-- AlterTable
ALTER TABLE "case_time_outs" ADD COLUMN "energy_kept" TEXT,
ADD COLUMN "keys_kept" TEXT;
