-- The register of dwellings: kinds by the codes of VERA, what is known of the place, a lease that ends, a block with a coded reason, and
-- why a day is another. docs/decisions/0040 says why.

-- AlterTable
ALTER TABLE "dwelling_block" ADD COLUMN     "blocked_until" DATE,
ADD COLUMN     "blocked_why" TEXT,
ALTER COLUMN "reason" DROP NOT NULL;

-- AlterTable
ALTER TABLE "dwelling_facts" ADD COLUMN     "energy_label" TEXT,
ADD COLUMN     "entrance" TEXT,
ADD COLUMN     "facilities" TEXT[],
ADD COLUMN     "meant_for" TEXT[],
ADD COLUMN     "moved_why" TEXT,
ADD COLUMN     "neighbourhood" TEXT,
ADD COLUMN     "outdoor_space" TEXT,
ADD COLUMN     "situation" TEXT[],
ADD COLUMN     "surface" INTEGER,
ADD COLUMN     "unit_number" TEXT,
ALTER COLUMN "type" DROP NOT NULL;

-- Of the words that were used so far one is a kind of VERA, and one says whom it is meant for. What the others are there is not known.
UPDATE dwelling_facts SET meant_for = CASE WHEN type = 'seniorenwoning' THEN ARRAY['SEN'] ELSE ARRAY[]::text[] END, situation = '{}', facilities = '{}',
  type = CASE WHEN type = 'kamer' THEN 'KAM' END;

-- CreateTable
CREATE TABLE "dwelling_notice" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "notice_on" DATE NOT NULL,
    "lease_ends_on" DATE NOT NULL,

    CONSTRAINT "dwelling_notice_pkey" PRIMARY KEY ("subject_id")
);
ALTER TABLE "dwelling_notice" ADD CONSTRAINT "dwelling_notice_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('notice', 'dwelling_notice', 'subject_id', false);

-- How many the corporation thinks a place can bear.
ALTER TABLE "dwelling_facts" ADD COLUMN     "most_in_complex" INTEGER,
ADD COLUMN     "most_in_entrance" INTEGER;

-- Found by their place, and by who lives in them.
CREATE INDEX dwelling_facts_complex ON dwelling_facts (lower(complex)) WHERE complex IS NOT NULL;
CREATE INDEX dwelling_facts_neighbourhood ON dwelling_facts (municipality, lower(neighbourhood)) WHERE neighbourhood IS NOT NULL;
CREATE INDEX case_tenancy_dwelling ON case_tenancy (dwelling) WHERE dwelling IS NOT NULL;

-- How many clients live, or are about to, where this dwelling is: counted, never typed. A shielded case counts nowhere. Of an entrance and
-- of a complex only their own corporation hears; of a neighbourhood, where others let homes too, no small number is told.
CREATE FUNCTION app.placements_around(wanted uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); home dwelling_facts; least int; told jsonb := '{}'; n int; most int;
  owner uuid;
BEGIN
  IF me.id IS NULL OR NOT app.finds(me, 'dwelling', 'facts', wanted) THEN RETURN NULL; END IF;
  SELECT * INTO home FROM dwelling_facts f WHERE f.subject_id = wanted;
  SELECT p.organisation_id INTO owner FROM party p WHERE p.subject_id = wanted AND p.part = 'corporation';
  SELECT coalesce((v.rules->>'smallCell')::int, 5) INTO least FROM covenant_version v WHERE v.covenant_id = me.covenant_id ORDER BY v.number DESC LIMIT 1;
  IF owner = me.organisation_id AND home.complex IS NOT NULL THEN
    SELECT count(s.id), min(f.most_in_complex) INTO n, most
      FROM dwelling_facts f JOIN party p ON p.subject_id = f.subject_id AND p.part = 'corporation' AND p.organisation_id = owner
      LEFT JOIN case_tenancy t ON t.dwelling = f.subject_id LEFT JOIN spine s ON s.id = t.subject_id AND s.stage IN ('tenancy', 'aftercare') AND s.shield IS NULL
     WHERE f.covenant_id = me.covenant_id AND lower(f.complex) = lower(home.complex);
    told := told || jsonb_build_object('complex', jsonb_build_object('n', n, 'most', most));
  END IF;
  IF owner = me.organisation_id AND home.entrance IS NOT NULL THEN
    SELECT count(s.id), min(f.most_in_entrance) INTO n, most
      FROM dwelling_facts f JOIN party p ON p.subject_id = f.subject_id AND p.part = 'corporation' AND p.organisation_id = owner
      LEFT JOIN case_tenancy t ON t.dwelling = f.subject_id LEFT JOIN spine s ON s.id = t.subject_id AND s.stage IN ('tenancy', 'aftercare') AND s.shield IS NULL
     WHERE f.covenant_id = me.covenant_id AND f.municipality = home.municipality AND lower(f.street) = lower(home.street) AND lower(f.entrance) = lower(home.entrance)
       AND lower(coalesce(f.complex, '')) = lower(coalesce(home.complex, ''));
    told := told || jsonb_build_object('entrance', jsonb_build_object('n', n, 'most', most));
  END IF;
  IF home.neighbourhood IS NOT NULL THEN
    SELECT count(s.id) INTO n FROM dwelling_facts f JOIN case_tenancy t ON t.dwelling = f.subject_id
      JOIN spine s ON s.id = t.subject_id AND s.stage IN ('tenancy', 'aftercare') AND s.shield IS NULL
     WHERE f.covenant_id = me.covenant_id AND f.municipality = home.municipality AND lower(f.neighbourhood) = lower(home.neighbourhood);
    told := told || jsonb_build_object('neighbourhood', jsonb_build_object('n', CASE WHEN n = 0 OR n >= least THEN n END, 'most', NULL));
  END IF;
  RETURN told;
END $$;
ALTER FUNCTION app.placements_around(uuid) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.placements_around(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.placements_around(uuid) TO thuistafel_app;
