-- Where providers guide, and with how many clients they can begin. docs/decisions/0053 says why it is done so.

-- CreateTable
CREATE TABLE "support_area" (
    "covenant_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "guides" BOOLEAN NOT NULL,
    "always" BOOLEAN NOT NULL,
    "places" INTEGER,
    "said_by" UUID NOT NULL,
    "said_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "support_area_pkey" PRIMARY KEY ("covenant_id","organisation_id","municipality_id","number")
);

-- AddForeignKey
ALTER TABLE "support_area" ADD CONSTRAINT "support_area_covenant_id_fkey" FOREIGN KEY ("covenant_id") REFERENCES "covenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_area" ADD CONSTRAINT "support_area_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_area" ADD CONSTRAINT "support_area_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support_area" ADD CONSTRAINT "support_area_said_by_fkey" FOREIGN KEY ("said_by") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE support_area ADD CONSTRAINT some_support_places CHECK (places IS NULL OR (guides AND places BETWEEN 0 AND 99));
ALTER TABLE support_area ADD CONSTRAINT always_where_guided CHECK (guides OR NOT always);

-- Of a provider for its own people; of all for the regie and the gemeenten. Never for a corporation, nor for another provider: where
-- somebody guides would tell who supports a client.
SELECT app.protect_derived('support_area', $$covenant_id = ((SELECT app.actor())).covenant_id AND (((SELECT app.actor())).role IN ('regisseur', 'coordinator', 'gemeenteLead')
  OR (organisation_id = ((SELECT app.actor())).organisation_id AND ((SELECT app.actor())).role IN ('mentor', 'zorgLead', 'organisationAdmin')))$$);
-- Who said what, and when, stays.
REVOKE UPDATE, DELETE ON support_area FROM thuistafel_kernel;

-- A provider says of a gemeente of its covenant whether it guides there, after what was said as number `base` (0: nothing). False: not theirs
-- to say, no gemeente that takes part, or a colleague was first.
CREATE FUNCTION app.say_support(there uuid, base int, it_guides boolean, day_and_night boolean, can_begin int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('zorgLead', 'organisationAdmin') OR it_guides IS NULL
    OR NOT EXISTS (SELECT 1 FROM organisation o WHERE o.id = me.organisation_id AND o.kind = 'zorgaanbieder')
    OR NOT EXISTS (SELECT 1 FROM covenant_party p JOIN organisation o ON o.id = p.organisation_id AND o.kind = 'gemeente'
      WHERE p.covenant_id = me.covenant_id AND p.organisation_id = there AND (p.valid_until IS NULL OR p.valid_until >= app.today())) THEN RETURN false; END IF;
  INSERT INTO support_area (covenant_id, organisation_id, municipality_id, number, guides, always, places, said_by, said_at)
    SELECT me.covenant_id, me.organisation_id, there, base + 1, it_guides, it_guides AND coalesce(day_and_night, false), CASE WHEN it_guides THEN can_begin END, me.id, clock_timestamp()
     WHERE base = (SELECT coalesce(max(s.number), 0) FROM support_area s WHERE s.covenant_id = me.covenant_id AND s.organisation_id = me.organisation_id AND s.municipality_id = there)
    ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

-- What each provider said last of each gemeente.
CREATE FUNCTION app.support_last(its uuid) RETURNS SETOF support_area LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT ON (a.organisation_id, a.municipality_id) a.* FROM support_area a WHERE a.covenant_id = its ORDER BY a.organisation_id, a.municipality_id, a.number DESC
$$;

-- The same with what is left of its places: every client to whom a home there was offered since took one, until the offer comes to nothing.
-- A shielded client counts nowhere, and neither does an offer of which nobody heard yet.
CREATE FUNCTION app.support_now(its uuid) RETURNS TABLE (organisation_id uuid, municipality_id uuid, number int, left_now int) LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT s.organisation_id, s.municipality_id, s.number, CASE WHEN s.places IS NOT NULL THEN greatest(0, s.places - (
      SELECT count(DISTINCT c.id)::int FROM offer_terms t JOIN spine o ON o.id = t.subject_id AND o.covenant_id = its AND o.stage <> 'toAgree' AND (t.live OR o.stage = 'confirmed')
        JOIN dwelling_facts f ON f.subject_id = t.dwelling AND f.municipality = s.municipality_id
        JOIN spine c ON c.id = t."case" AND c.shield IS NULL JOIN party p ON p.subject_id = c.id AND p.part = 'provider' AND p.organisation_id = s.organisation_id
       WHERE EXISTS (SELECT 1 FROM journal j WHERE j.subject_id = o.id AND j.step = 'propose' AND j.recorded_at > s.said_at))) END
    FROM app.support_last(its) s
$$;

-- For those who read what was said.
CREATE FUNCTION app.support_left() RETURNS TABLE (organisation_id uuid, municipality_id uuid, number int, left_now int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT n.organisation_id, n.municipality_id, n.number, n.left_now FROM app.support_now(me.covenant_id) n
   WHERE me.role IN ('regisseur', 'coordinator', 'gemeenteLead') OR (n.organisation_id = me.organisation_id AND me.role IN ('mentor', 'zorgLead', 'organisationAdmin'));
END $$;

-- Who supports each client that seeks a home, as far as a home is concerned: when support must be within reach, and what the provider said of
-- each gemeente. Only for the matching membership, which reads no word of the support itself.
CREATE FUNCTION app.support_of_seekers() RETURNS TABLE (case_id uuid, support jsonb) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.role IS DISTINCT FROM 'matching' THEN RETURN; END IF;
  RETURN QUERY WITH said AS MATERIALIZED (
    SELECT n.organisation_id, jsonb_object_agg(n.municipality_id, jsonb_build_object('guides', n.guides, 'always', n.always)) AS areas FROM app.support_last(me.covenant_id) n GROUP BY n.organisation_id)
  SELECT s.id, jsonb_build_object('asked', u.reachable, 'areas', coalesce(d.areas, '{}'))
    FROM spine s JOIN party p ON p.subject_id = s.id AND p.part = 'provider' LEFT JOIN case_support_summary u ON u.subject_id = s.id LEFT JOIN said d ON d.organisation_id = p.organisation_id
   WHERE s.covenant_id = me.covenant_id AND s.kind = 'case' AND s.stage = 'matching';
END $$;

-- With how many clients more a provider can begin in a gemeente: an agreement from above for a run. Only for the matching membership.
CREATE FUNCTION app.support_caps() RETURNS TABLE (name text, most int, cases uuid[], dwellings uuid[]) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.role IS DISTINCT FROM 'matching' THEN RETURN; END IF;
  RETURN QUERY SELECT o.name || ' (' || g.name || ')', n.left_now, k.cases, h.homes
    FROM app.support_now(me.covenant_id) n JOIN organisation o ON o.id = n.organisation_id JOIN organisation g ON g.id = n.municipality_id
      CROSS JOIN LATERAL (SELECT array_agg(s.id ORDER BY s.id) AS cases FROM spine s JOIN party p ON p.subject_id = s.id AND p.part = 'provider' AND p.organisation_id = n.organisation_id
        WHERE s.covenant_id = me.covenant_id AND s.kind = 'case' AND s.stage = 'matching') k
      CROSS JOIN LATERAL (SELECT array_agg(s.id ORDER BY s.id) AS homes FROM spine s JOIN dwelling_facts f ON f.subject_id = s.id AND f.municipality = n.municipality_id
        WHERE s.covenant_id = me.covenant_id AND s.kind = 'dwelling' AND s.stage = 'available') h
   WHERE n.left_now IS NOT NULL AND k.cases IS NOT NULL AND h.homes IS NOT NULL ORDER BY n.organisation_id, n.municipality_id;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.say_support(uuid, int, boolean, boolean, int)', 'app.support_last(uuid)', 'app.support_now(uuid)', 'app.support_left()', 'app.support_of_seekers()', 'app.support_caps()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.say_support(uuid, int, boolean, boolean, int), app.support_left(), app.support_of_seekers(), app.support_caps() TO thuistafel_app;
