-- Photos of a dwelling and a plan of its floor: rows here, bytes beside them as those of papers. docs/decisions/0056.

-- CreateTable
CREATE TABLE "dwelling_photos" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "photo" UUID NOT NULL,
    "photo_kind" TEXT NOT NULL,
    "alt_text" TEXT NOT NULL,
    "photo_place" INTEGER NOT NULL,
    "file_size" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "removed_on" DATE,

    CONSTRAINT "dwelling_photos_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dwelling_photos_subject_id_seq_idx" ON "dwelling_photos"("subject_id", "seq");

-- AddForeignKey
ALTER TABLE "dwelling_photos" ADD CONSTRAINT "dwelling_photos_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT app.protect('photos', 'dwelling_photos', 'subject_id', true);

-- The photos of the home that is offered, for who reads the offer and while it goes on: they read no row of the dwelling itself.
CREATE FUNCTION app.photos_offered(offer uuid) RETURNS TABLE (dwelling uuid, photo uuid, photo_kind text, alt_text text, checksum text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL OR NOT app.may(me, 'read', ARRAY['terms'], offer) THEN RETURN; END IF;
  RETURN QUERY SELECT l.subject_id, l.photo, l.photo_kind, l.alt_text, l.checksum
    FROM (SELECT DISTINCT ON (p.photo) p.* FROM offer_terms t JOIN dwelling_photos p ON p.subject_id = t.dwelling WHERE t.subject_id = offer AND t.live ORDER BY p.photo, p.seq DESC) l
   WHERE l.removed_on IS NULL ORDER BY l.photo_place, l.seq;
END $$;
ALTER FUNCTION app.photos_offered(uuid) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.photos_offered(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.photos_offered(uuid) TO thuistafel_app;

-- As before, and of photos.
CREATE OR REPLACE FUNCTION app.needless_files(files uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH word AS (
    SELECT paper, withdrawn_on FROM case_papers_identity UNION ALL SELECT paper, withdrawn_on FROM case_papers_income
    UNION ALL SELECT paper, withdrawn_on FROM case_papers_housing UNION ALL SELECT paper, withdrawn_on FROM case_papers_support
    UNION ALL SELECT paper, withdrawn_on FROM case_papers_contract UNION ALL SELECT paper, withdrawn_on FROM case_papers_own
    UNION ALL SELECT photo, removed_on FROM dwelling_photos)
  SELECT f FROM unnest(files) f WHERE NOT EXISTS (SELECT 1 FROM word w WHERE w.paper = f)
    OR EXISTS (SELECT 1 FROM word w WHERE w.paper = f AND w.withdrawn_on < current_date - 1) $$;
