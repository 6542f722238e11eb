-- A place to come back to: who guarantees which one until when, and what came of it.
-- CreateTable
CREATE TABLE "case_return_guarantees" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "guarantee_event" TEXT NOT NULL,
    "guaranteed_by" UUID NOT NULL,
    "guarantee_place" TEXT NOT NULL,
    "guarantee_until" DATE NOT NULL,
    "note" TEXT,

    CONSTRAINT "case_return_guarantees_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_return_guarantees_subject_id_seq_idx" ON "case_return_guarantees"("subject_id", "seq");

-- AddForeignKey
ALTER TABLE "case_return_guarantees" ADD CONSTRAINT "case_return_guarantees_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT app.protect('returnGuarantees', 'case_return_guarantees', 'subject_id', true);

-- How many cases of the covenant had such a guarantee in these days, and of how many it was used. Totals alone.
CREATE FUNCTION app.guarantee_counts(first_day date, last_day date) RETURNS TABLE (given int, used int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT (count(DISTINCT g.subject_id) FILTER (WHERE g.guarantee_event = 'given'))::int, (count(DISTINCT g.subject_id) FILTER (WHERE g.guarantee_event = 'used'))::int
    FROM case_return_guarantees g JOIN spine c ON c.id = g.subject_id AND c.shield IS NULL WHERE c.covenant_id = me.covenant_id AND g.recorded_on BETWEEN first_day AND last_day;
END $$;
ALTER FUNCTION app.guarantee_counts(date, date) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.guarantee_counts(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.guarantee_counts(date, date) TO thuistafel_app;
