-- Where a covenant agreed so, a home is offered to several clients at once. An offer that holds it alone is one: every offer of
-- before, one where the covenant says nothing else, and the first of several that is accepted. docs/decisions/0044.
ALTER TABLE "offer_terms" ADD COLUMN "alone" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "offer_terms" ALTER COLUMN "alone" DROP DEFAULT;
GRANT SELECT (alone) ON offer_terms TO thuistafel_app;
DROP INDEX one_live_offer_per_dwelling;
CREATE UNIQUE INDEX one_live_offer_per_dwelling ON offer_terms (dwelling) WHERE live AND alone;
CREATE INDEX live_offers_of_dwelling ON offer_terms (dwelling) WHERE live;

-- Once one holds the home alone no other offer of it goes on: asked at the end of the transaction, when what ends the others is done.
CREATE FUNCTION app.home_for_one() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM offer_terms o WHERE o.dwelling = NEW.dwelling AND o.live GROUP BY o.dwelling HAVING count(*) > 1 AND bool_or(o.alone)) THEN
    RAISE EXCEPTION 'one_live_offer_per_dwelling: this home is held for one client' USING ERRCODE = '23505';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER home_for_one AFTER INSERT OR UPDATE ON offer_terms DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.live) EXECUTE FUNCTION app.home_for_one();

-- To how many clients a home is offered at once; null where one of them holds it alone, and for who may not offer it.
CREATE FUNCTION app.also_offered(wanted uuid) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('officer', 'matching') OR NOT app.finds(me, 'dwelling', 'facts', wanted) THEN RETURN NULL; END IF;
  RETURN (SELECT CASE WHEN coalesce(bool_or(o.alone), false) THEN NULL ELSE count(*)::int END FROM offer_terms o WHERE o.dwelling = wanted AND o.live);
END $$;

-- The other offers of the same home that go on, in the order in which they were made, for the membership that computes. The home is
-- held until the transaction ends: of two who answer at one moment the second sees what became of the first.
CREATE FUNCTION app.others_of_home(offer uuid) RETURNS TABLE (id uuid, case_id uuid, dwelling uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); home uuid;
BEGIN
  IF me.role IS DISTINCT FROM 'matching' THEN RETURN; END IF;
  SELECT o.dwelling INTO home FROM offer_terms o JOIN spine s ON s.id = o.subject_id AND s.covenant_id = me.covenant_id WHERE o.subject_id = offer;
  PERFORM 1 FROM spine s WHERE s.id = home FOR NO KEY UPDATE;
  RETURN QUERY SELECT o.subject_id, o."case", o.dwelling FROM offer_terms o JOIN spine s ON s.id = o.subject_id
    WHERE o.dwelling = home AND o.live AND o.subject_id <> offer ORDER BY s.number;
END $$;
DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.home_for_one()', 'app.also_offered(uuid)', 'app.others_of_home(uuid)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.also_offered(uuid), app.others_of_home(uuid) TO thuistafel_app;
