-- A case passes to another care provider or gemeente: proposed by the one, accepted by the other. docs/decisions/0025 says why.

-- CreateTable
CREATE TABLE "case_handover" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "to" UUID NOT NULL,
    "why" TEXT,
    "agreed_on" DATE,
    "agreed_how" TEXT,
    "met_on" DATE,
    "note" TEXT,

    CONSTRAINT "case_handover_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_handover_subject_id_seq_idx" ON "case_handover"("subject_id", "seq");
ALTER TABLE "case_handover" ADD CONSTRAINT "case_handover_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('handover', 'case_handover', 'subject_id', true);

-- As before; the parts of who was asked to take over, and a part that passes to another takes its open tasks along.
CREATE OR REPLACE FUNCTION app.relate(s public.spine, wanted_relation text, wanted_part text, organisation uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  -- Each part belongs to a kind of organisation; a guest at the table can be of any kind.
  IF NOT EXISTS (SELECT 1 FROM covenant_party p JOIN organisation o ON o.id = p.organisation_id
      WHERE p.covenant_id = s.covenant_id AND o.id = organisation AND o.kind = ANY (CASE wanted_part WHEN 'provider' THEN '{zorgaanbieder}'::text[] WHEN 'nextProvider' THEN '{zorgaanbieder}'
        WHEN 'gemeente' THEN '{gemeente}' WHEN 'nextGemeente' THEN '{gemeente}' WHEN 'corporation' THEN '{corporatie}' WHEN 'localTeam' THEN '{wijkteam,welzijn}' ELSE '{gemeente,corporatie,zorgaanbieder,wijkteam,welzijn}' END)) THEN
    RAISE EXCEPTION 'not a party of the covenant for this part' USING ERRCODE = 'TT003';
  END IF;
  -- A part that passes to another is no longer of whoever had it. Guests come beside each other.
  DELETE FROM relation r WHERE r.subject_id = s.id AND r.part = wanted_part AND wanted_part <> 'guest';
  INSERT INTO party (subject_id, part, organisation_id, subject_kind) VALUES (s.id, wanted_part, organisation, s.kind)
    ON CONFLICT (subject_id, part) DO UPDATE SET organisation_id = excluded.organisation_id;
  INSERT INTO relation (subject_id, holder_id, relation, part, subject_kind, covenant_id, number, stage, person_id, household_id, shield)
    SELECT s.id, h, wanted_relation, wanted_part, s.kind, s.covenant_id, s.number, s.stage, s.person_id, s.household_id, s.shield
      FROM unnest(ARRAY[organisation, app.acting(organisation, s.covenant_id)]) h ON CONFLICT DO NOTHING;
  IF s.kind = 'case' AND wanted_part IN ('provider', 'gemeente') THEN
    UPDATE turn t SET holder_id = app.acting(organisation, s.covenant_id)
     WHERE t.subject_id = s.id AND t.role = CASE wanted_part WHEN 'provider' THEN 'mentor' ELSE 'regisseur' END;
  END IF;
END $$;
ALTER FUNCTION app.relate(public.spine, text, text, uuid) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.relate(public.spine, text, text, uuid) FROM PUBLIC;
