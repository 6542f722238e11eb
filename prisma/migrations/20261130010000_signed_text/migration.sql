-- Of each signature exactly which text was signed, how, and who recorded it; of a lease what was tested on that day. An earlier
-- row has none of it: it counts no more as a signature under a text that is known, and is put anew before a key. docs/decisions/0046.
ALTER TABLE "case_signatures" ADD COLUMN     "checksum" TEXT,
ADD COLUMN     "daeb" TEXT,
ADD COLUMN     "model" INTEGER,
ADD COLUMN     "norm_why" TEXT,
ADD COLUMN     "passend" TEXT,
ADD COLUMN     "recorded_by" TEXT,
ADD COLUMN     "scan" UUID,
ADD COLUMN     "signing_way" TEXT;
