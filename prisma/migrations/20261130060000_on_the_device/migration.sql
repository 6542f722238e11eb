-- Whether an organisation lets its people keep on their own device what they type of a visit. docs/decisions/0051.

-- CreateTable
CREATE TABLE "device_choice" (
    "organisation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "allowed" BOOLEAN NOT NULL,
    "chosen_by" UUID NOT NULL,
    "chosen_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "device_choice_pkey" PRIMARY KEY ("organisation_id","number")
);

-- AddForeignKey
ALTER TABLE "device_choice" ADD CONSTRAINT "device_choice_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "device_choice" ADD CONSTRAINT "device_choice_chosen_by_fkey" FOREIGN KEY ("chosen_by") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Everybody of an organisation is kept by its choice, so everybody of it reads it; nobody of another does.
SELECT app.protect_derived('device_choice', 'organisation_id = ((SELECT app.actor())).organisation_id');
-- Who chose what, and when, stays.
REVOKE UPDATE, DELETE ON device_choice FROM thuistafel_kernel;

-- An administrator allows or forbids it for the own organisation, after choice `base` (0: none was made). False: not theirs to choose, a colleague
-- was first, or it is so already.
CREATE FUNCTION app.choose_device(base int, wanted boolean) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL OR me.role <> 'organisationAdmin' THEN RETURN false; END IF;
  INSERT INTO device_choice (organisation_id, number, allowed, chosen_by, chosen_at)
    SELECT me.organisation_id, base + 1, wanted, me.id, clock_timestamp()
     WHERE base = (SELECT coalesce(max(c.number), 0) FROM device_choice c WHERE c.organisation_id = me.organisation_id)
       AND wanted IS DISTINCT FROM coalesce((SELECT c.allowed FROM device_choice c WHERE c.organisation_id = me.organisation_id AND c.number = base), false)
    ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

ALTER FUNCTION app.choose_device(int, boolean) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.choose_device(int, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.choose_device(int, boolean) TO thuistafel_app;
