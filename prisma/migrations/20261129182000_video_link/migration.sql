-- Where a tafel meets on a screen. docs/decisions/0039.
ALTER TABLE "tafel_session" ADD COLUMN "video_link" TEXT;
