-- What somebody who comes of age leans on. docs/decisions/0025 says why.

-- CreateTable
CREATE TABLE "case_youth" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "adult" BOOLEAN NOT NULL,
    "adult_who" TEXT,
    "days" TEXT NOT NULL,
    "money_help" BOOLEAN NOT NULL,
    "care_after18" TEXT NOT NULL,
    "plan_on" DATE,

    CONSTRAINT "case_youth_pkey" PRIMARY KEY ("subject_id")
);
ALTER TABLE "case_youth" ADD CONSTRAINT "case_youth_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('youth', 'case_youth', 'subject_id', false);
