-- What each party advises about an omklap, beside each other; and which support follows the omklap.
ALTER TABLE "case_omklap" ADD COLUMN     "care_after" TEXT;

-- CreateTable
CREATE TABLE "case_omklap_voices" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "voice_of" TEXT NOT NULL,
    "voice" TEXT NOT NULL,
    "voice_why" TEXT NOT NULL,
    "voice_round" INTEGER NOT NULL,

    CONSTRAINT "case_omklap_voices_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_omklap_voices_subject_id_seq_idx" ON "case_omklap_voices"("subject_id", "seq");
ALTER TABLE "case_omklap_voices" ADD CONSTRAINT "case_omklap_voices_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('omklapVoices', 'case_omklap_voices', 'subject_id', true);
