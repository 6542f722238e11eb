-- Whether a burgerservicenummer is known already of somebody else in this covenant: known or not known, and nothing more.
-- The number itself stays sealed; what is compared is a keyed hash (HMAC), whose key the database does not hold.

-- CreateTable
CREATE TABLE "case_bsn_check" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "known" BOOLEAN NOT NULL,

    CONSTRAINT "case_bsn_check_pkey" PRIMARY KEY ("subject_id")
);
ALTER TABLE "case_bsn_check" ADD CONSTRAINT "case_bsn_check_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('bsnCheck', 'case_bsn_check', 'subject_id', false);

-- CreateTable
CREATE TABLE "bsn_print" (
    "person_id" UUID NOT NULL,
    "print" TEXT NOT NULL,

    CONSTRAINT "bsn_print_pkey" PRIMARY KEY ("person_id")
);
ALTER TABLE "bsn_print" ADD CONSTRAINT "bsn_print_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "bsn_print_print_idx" ON "bsn_print"("print");
SELECT app.protect_derived('bsn_print', '');

-- A number comes in as "print:sealed": the print goes where nobody reads, the sealed number stays.
CREATE FUNCTION app.bsn_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF position(':' IN NEW.number) > 0 THEN
    INSERT INTO bsn_print VALUES (NEW.person_id, split_part(NEW.number, ':', 1))
      ON CONFLICT (person_id) DO UPDATE SET print = excluded.print;
    NEW.number := split_part(NEW.number, ':', 2);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept BEFORE INSERT OR UPDATE ON case_bsn FOR EACH ROW EXECUTE FUNCTION app.bsn_kept();

-- Asked with each print that the keys in use make of a number, in the step that records it, so that every question stands in
-- the journal. So many an hour are enough for who registers clients, and too few for who tries numbers out.
CREATE FUNCTION app.bsn_known(prints text[], of_case uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); whose uuid := (SELECT s.person_id FROM spine s WHERE s.id = of_case);
BEGIN
  IF me.id IS NULL OR NOT app.may_of_person(me, 'write', '{bsn}', whose) THEN RETURN NULL; END IF;
  IF (SELECT count(*) FROM journal j WHERE j.organisation_id = me.organisation_id AND j.account_id = me.account_id AND j.step = 'recordBsn'
      AND j.recorded_at > clock_timestamp() - interval '1 hour') >= 30 THEN
    RAISE EXCEPTION 'too many numbers' USING ERRCODE = 'TT009';
  END IF;
  RETURN EXISTS (SELECT 1 FROM bsn_print b JOIN spine s ON s.person_id = b.person_id WHERE b.print = ANY (prints) AND b.person_id <> whose AND s.covenant_id = me.covenant_id);
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.bsn_kept()', 'app.bsn_known(text[], uuid)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.bsn_known(text[], uuid) TO thuistafel_app;
