-- Two offers that change homes: both end, and each home is offered to the client of the other. docs/decisions/0054.

-- CreateTable
CREATE TABLE "offer_swap" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "swap_why" TEXT NOT NULL,
    "corporation_agrees" BOOLEAN NOT NULL,
    "gemeente_agrees" BOOLEAN NOT NULL,
    "swapping" BOOLEAN NOT NULL,

    CONSTRAINT "offer_swap_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "offer_swap_home" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "rent" INTEGER NOT NULL,
    "available_from" DATE NOT NULL,

    CONSTRAINT "offer_swap_home_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "offer_swap_pair" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "partner" UUID NOT NULL,

    CONSTRAINT "offer_swap_pair_pkey" PRIMARY KEY ("subject_id")
);

-- AddForeignKey
ALTER TABLE "offer_swap" ADD CONSTRAINT "offer_swap_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_swap_home" ADD CONSTRAINT "offer_swap_home_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_swap_pair" ADD CONSTRAINT "offer_swap_pair_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT app.protect('swap', 'offer_swap', 'subject_id', false);
SELECT app.protect('swapHome', 'offer_swap_home', 'subject_id', false);
SELECT app.protect('swapPair', 'offer_swap_pair', 'subject_id', false);

-- The two offers of a swap, or of one that is proposed with `other`, for the membership that computes. Both homes are held first, in
-- the order of their ids, until the transaction ends; then it is looked how the offers stand.
CREATE FUNCTION app.hold_swap(own uuid, other uuid)
RETURNS TABLE (id uuid, number text, dwelling uuid, case_id uuid, alone boolean, open boolean, partner uuid, agreed boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE me membership := app.actor(); two uuid[];
BEGIN
  IF me.role IS DISTINCT FROM 'matching' THEN RETURN; END IF;
  two := ARRAY[own, coalesce(other, (SELECT p.partner FROM offer_swap_pair p WHERE p.subject_id = own))];
  PERFORM 1 FROM spine s WHERE s.covenant_id = me.covenant_id AND s.id IN (SELECT o.dwelling FROM offer_terms o WHERE o.subject_id = ANY (two))
    ORDER BY s.id FOR NO KEY UPDATE;
  RETURN QUERY SELECT s.id, s.number, o.dwelling, o."case", o.alone, o.live AND s.shield IS NULL AND s.stage IN ('proposed', 'informed', 'viewing'),
      CASE WHEN w.swapping THEN p.partner END, coalesce(w.swapping AND w.corporation_agrees AND w.gemeente_agrees, false)
    FROM offer_terms o JOIN spine s ON s.id = o.subject_id AND s.covenant_id = me.covenant_id
      LEFT JOIN offer_swap w ON w.subject_id = s.id LEFT JOIN offer_swap_pair p ON p.subject_id = s.id
   WHERE s.id = ANY (two);
END $$;
ALTER FUNCTION app.hold_swap(uuid, uuid) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.hold_swap(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.hold_swap(uuid, uuid) TO thuistafel_app;
