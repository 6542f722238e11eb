-- Of an omklap what was tested on the day on which the client comes to rent; of a "not yet" when it is looked at again.
ALTER TABLE "case_omklap" ADD COLUMN     "daeb" TEXT,
ADD COLUMN     "passend" TEXT,
ADD COLUMN     "review_on" DATE;
