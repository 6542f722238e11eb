-- As before; of a client whose case is shielded nobody learns that they are known in this region, not even by their number.
-- Their named people do not either: the answer is kept in a file that others read.
CREATE OR REPLACE FUNCTION app.bsn_known(prints text[], of_case uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); whose uuid := (SELECT s.person_id FROM spine s WHERE s.id = of_case);
BEGIN
  IF me.id IS NULL OR NOT app.may_of_person(me, 'write', '{bsn}', whose) THEN RETURN NULL; END IF;
  IF (SELECT count(*) FROM journal j WHERE j.organisation_id = me.organisation_id AND j.account_id = me.account_id AND j.step = 'recordBsn'
      AND j.recorded_at > clock_timestamp() - interval '1 hour') >= 30 THEN
    RAISE EXCEPTION 'too many numbers' USING ERRCODE = 'TT009';
  END IF;
  RETURN EXISTS (SELECT 1 FROM bsn_print b WHERE b.print = ANY (prints) AND b.person_id <> whose
    AND EXISTS (SELECT 1 FROM spine s WHERE s.person_id = b.person_id AND s.covenant_id = me.covenant_id)
    AND NOT EXISTS (SELECT 1 FROM spine s WHERE s.person_id = b.person_id AND s.shield IS NOT NULL));
END $$;
