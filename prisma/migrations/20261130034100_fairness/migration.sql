-- Who waits and who was housed, by what a difference would show in; and how offers went, by the party on each side. Counts and
-- middles alone, for the same people as the homes that were kept: docs/decisions/0044 says why. Nobody who is shielded counts.
CREATE FUNCTION app.fairness_counts(first_day date, today date)
RETURNS TABLE (dim text, key text, waiting int, waiting_days double precision, housed int, waited_days double precision) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('coordinator', 'regisseur', 'gemeenteLead', 'boardMember', 'corporatieLead', 'zorgLead', 'clientCouncil') THEN RETURN; END IF;
  RETURN QUERY WITH people AS (
    SELECT t.setting, d.municipality::text AS municipality, h.adults, h.children, p.key_on,
        extract(year FROM age(coalesce(p.key_on, today), i.birth_date))::int AS years,
        CASE WHEN y.ready_since IS NOT NULL THEN greatest(0, coalesce(p.key_on, today) - y.ready_since) END AS days
      FROM spine s LEFT JOIN case_placement p ON p.subject_id = s.id LEFT JOIN case_stay t ON t.subject_id = s.id LEFT JOIN case_decision d ON d.subject_id = s.id
        LEFT JOIN case_readiness y ON y.subject_id = s.id LEFT JOIN case_household h ON h.household_id = s.household_id LEFT JOIN case_identity i ON i.person_id = s.person_id
     WHERE s.covenant_id = me.covenant_id AND s.kind = 'case' AND s.shield IS NULL AND (p.key_on >= first_day OR (p.key_on IS NULL AND s.stage = 'matching'))
  ), grouped AS (
    SELECT g.dim, g.key, p.key_on, p.days FROM people p CROSS JOIN LATERAL (VALUES
      ('origin', p.setting), ('municipality', p.municipality),
      ('household', CASE WHEN p.children > 0 THEN 'withChildren' WHEN p.adults > 1 THEN 'together' WHEN p.adults = 1 THEN 'alone' END),
      ('age', CASE WHEN p.years < 23 THEN 'to22' WHEN p.years < 27 THEN 'to26' WHEN p.years < 55 THEN 'to54' WHEN p.years >= 55 THEN 'from55' END)) AS g(dim, key)
  )
  SELECT g.dim, coalesce(g.key, ''), (count(*) FILTER (WHERE g.key_on IS NULL))::int, percentile_cont(0.5) WITHIN GROUP (ORDER BY g.days) FILTER (WHERE g.key_on IS NULL),
      (count(*) FILTER (WHERE g.key_on IS NOT NULL))::int, percentile_cont(0.5) WITHIN GROUP (ORDER BY g.days) FILTER (WHERE g.key_on IS NOT NULL)
    FROM grouped g GROUP BY g.dim, coalesce(g.key, '') ORDER BY 1, 2;
END $$;

-- Whoever acts for a provider or a corporation has the row of their own, a client council none.
CREATE FUNCTION app.fairness_offers(first_day date)
RETURNS TABLE ("by" text, organisation uuid, offers int, refused int, withdrawn int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); mine text;
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('coordinator', 'regisseur', 'gemeenteLead', 'boardMember', 'corporatieLead', 'zorgLead') THEN RETURN; END IF;
  SELECT o.kind INTO mine FROM public.organisation o WHERE o.id = me.organisation_id;
  RETURN QUERY SELECT p.part, p.organisation_id, count(*)::int, (count(*) FILTER (WHERE s.stage = 'refused'))::int, (count(*) FILTER (WHERE s.stage = 'withdrawn'))::int
    FROM spine s JOIN offer_terms o ON o.subject_id = s.id JOIN spine c ON c.id = o."case" AND c.shield IS NULL JOIN party p ON p.subject_id = s.id AND p.part IN ('provider', 'corporation')
   WHERE s.covenant_id = me.covenant_id AND s.kind = 'offer' AND s.stage NOT IN ('new', 'toAgree') AND s.opened_on >= first_day AND (mine = 'gemeente' OR p.organisation_id = me.organisation_id)
   GROUP BY p.part, p.organisation_id ORDER BY 1, 2;
END $$;
ALTER FUNCTION app.fairness_counts(date, date) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.fairness_offers(date) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.fairness_counts(date, date), app.fairness_offers(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.fairness_counts(date, date), app.fairness_offers(date) TO thuistafel_app;
