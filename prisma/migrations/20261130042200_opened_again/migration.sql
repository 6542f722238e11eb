-- A file that was closed and is opened again: why, and when and how the client said so.
-- CreateTable
CREATE TABLE "case_reopenings" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "reopen_why" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "agreed_on" DATE NOT NULL,
    "agreed_how" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "case_reopenings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_reopenings_subject_id_seq_idx" ON "case_reopenings"("subject_id", "seq");

-- AddForeignKey
ALTER TABLE "case_reopenings" ADD CONSTRAINT "case_reopenings_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT app.protect('reopenings', 'case_reopenings', 'subject_id', true);

-- Whoever got a key in these days, and what became of their home: a closing counts while the file is closed.
CREATE OR REPLACE FUNCTION app.homes_kept(first_day date, last_day date)
RETURNS TABLE (id uuid, number text, provider uuid, corporation uuid, persons int, key_on date, ended_on date, died boolean, closed_on date, well_on date, light_on date)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT s.id, s.number, p.organisation_id, c.organisation_id, coalesce(h.adults + h.children, 1), y.key_on,
      coalesce(e.home_ended_on, CASE WHEN x.reason IN ('verhuisd', 'terugNaarVoorziening', 'overleden') THEN x."on" END), coalesce(x.reason = 'overleden', false), x."on",
      CASE WHEN x.reason = 'goedAfgerond' THEN x."on" WHEN x.reason = 'verhuisd' AND e.destination IN ('andereWoning', 'bijNaasten') THEN e.home_ended_on END,
      CASE WHEN g.level = 'waakvlam' THEN g.since END
    FROM spine s JOIN case_placement y ON y.subject_id = s.id
      LEFT JOIN party p ON p.subject_id = s.id AND p.part = 'provider' LEFT JOIN party c ON c.subject_id = s.id AND c.part = 'corporation'
      LEFT JOIN case_household h ON h.household_id = s.household_id LEFT JOIN case_guidance g ON g.subject_id = s.id
      LEFT JOIN case_closing x ON x.subject_id = s.id AND s.stage = 'closed' LEFT JOIN case_home_end e ON e.subject_id = s.id
   WHERE s.covenant_id = (SELECT app.covenant()) AND s.kind = 'case' AND s.shield IS NULL AND y.key_on BETWEEN first_day AND last_day $$;
