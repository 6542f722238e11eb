-- The offers of a case were looked for among all offers of the region.
CREATE INDEX offers_of_case ON offer_terms ("case") WHERE "case" IS NOT NULL;
ALTER FUNCTION app.offers_of(uuid) ROWS 5;

-- As before; a page follows 20,000 records at a time, as the worker does, and whoever has all of it looked at anew 100,000.
CREATE OR REPLACE FUNCTION app.check_chain(anew boolean) RETURNS TABLE (reached bigint, broken_at bigint, complete boolean, began timestamptz, checked timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.role IS DISTINCT FROM 'privacyOfficer' THEN RAISE EXCEPTION 'not yours to check' USING ERRCODE = '42501'; END IF;
  RETURN QUERY SELECT * FROM app.follow_chain(me.organisation_id, anew, CASE WHEN anew THEN 100000 ELSE 20000 END);
END $$;
