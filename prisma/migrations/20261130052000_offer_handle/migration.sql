-- For whom an offer is stands in a column that no session reads. Whoever may know the case is told by app.offered_case; a
-- corporation that was not named the client yet gets a handle of this offer alone: the same each time, and no other offer has
-- it. An id of a case would tell that two homes were offered to one client. docs/decisions/0044.
CREATE FUNCTION app.offered_case(offer uuid) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); found uuid;
BEGIN
  IF me.id IS NULL OR NOT app.may(me, 'read', ARRAY['terms'], offer) THEN RETURN NULL; END IF;
  SELECT o."case" INTO found FROM offer_terms o WHERE o.subject_id = offer;
  IF me.role = 'matching' OR app.may(me, 'read', ARRAY['spine'], found) THEN RETURN found; END IF;
  RETURN md5('handle of offer ' || offer)::uuid;
END $$;

-- The offers of a case, for who may know the case and read them.
CREATE FUNCTION app.offers_of(subject uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL OR NOT (me.role = 'matching' OR app.may(me, 'read', ARRAY['spine'], subject)) THEN RETURN; END IF;
  RETURN QUERY SELECT o.subject_id FROM offer_terms o WHERE o."case" = subject AND app.may(me, 'read', ARRAY['terms'], o.subject_id);
END $$;
ALTER FUNCTION app.offered_case(uuid) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.offers_of(uuid) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.offered_case(uuid), app.offers_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.offered_case(uuid), app.offers_of(uuid) TO thuistafel_app;

REVOKE SELECT ON offer_terms FROM thuistafel_app;
GRANT SELECT (subject_id, covenant_id, dwelling, number, address, rent, available_from, failed, reason, live) ON offer_terms TO thuistafel_app;
