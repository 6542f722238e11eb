-- What shows that a track is ready.
ALTER TABLE "case_tracks" ADD COLUMN     "evidence" TEXT;
