-- As before, with days that are counted once: who came back after a home was lost waits since then, however early the second
-- registration says. It is what app.region_counts does.
CREATE OR REPLACE FUNCTION app.fairness_counts(first_day date, today date) RETURNS TABLE (dim text, key text, waiting int, waiting_days double precision, housed int, waited_days double precision) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('coordinator', 'regisseur', 'gemeenteLead', 'boardMember', 'corporatieLead', 'zorgLead', 'clientCouncil') THEN RETURN; END IF;
  RETURN QUERY WITH people AS (
    SELECT t.setting, d.municipality::text AS municipality, h.adults, h.children, p.key_on,
        extract(year FROM age(coalesce(p.key_on, today), i.birth_date))::int AS years,
        CASE WHEN y.ready_since IS NOT NULL THEN greatest(0, coalesce(p.key_on, today) - greatest(y.ready_since, (
            SELECT max(greatest(l.key_on, w.left_on, z.home_ended_on)) FROM case_earlier e JOIN spine b ON b.id = e.earlier_case AND b.covenant_id = me.covenant_id AND b.shield IS NULL
              JOIN case_placement l ON l.subject_id = b.id LEFT JOIN case_stay w ON w.subject_id = b.id LEFT JOIN case_home_end z ON z.subject_id = b.id
             WHERE e.subject_id = s.id AND e.earlier_as = 'zelfde'))) END AS days
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
