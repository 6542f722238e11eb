-- Lettings of this covenant by corporation and calendar year, with what was tested at signing. A letting counts from the key, in
-- the year in which the lease begins. Where the care provider rents it is none until the omklap, where the covenant says so.
-- Only counts leave: whoever acts for a corporation reads its own, the others those of their covenant. No shielded case is in any.
CREATE INDEX case_placement_let ON case_placement (covenant_id, start_on) WHERE key_on IS NOT NULL;
CREATE INDEX case_placement_own_name ON case_placement (covenant_id, own_name_on) WHERE own_name_on IS NOT NULL;

CREATE FUNCTION app.letting_counts(on_day date)
RETURNS TABLE (corporation text, year int, lettings int, fits int, unfit int, exempt int, untested int, within int, above int, unknown int, outside int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); own uuid; omklap_counts boolean; first_day date := make_date(extract(year FROM on_day)::int - 1, 1, 1);
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('coordinator', 'regisseur', 'gemeenteLead', 'boardMember', 'officer', 'corporatieLead') THEN RETURN; END IF;
  SELECT o.id INTO own FROM organisation o WHERE o.id = me.organisation_id AND o.kind = 'corporatie';
  SELECT coalesce((v.rules #>> '{letting,omklapCounts}')::boolean, true) INTO omklap_counts FROM covenant_version v WHERE v.covenant_id = me.covenant_id AND v.valid_from <= on_day ORDER BY v.number DESC LIMIT 1;
  RETURN QUERY WITH begun AS (
    SELECT p.subject_id, p.start_on AS "on", false AS omklap FROM case_placement p
     WHERE p.covenant_id = me.covenant_id AND p.key_on IS NOT NULL AND p.start_on BETWEEN first_day AND on_day
    UNION ALL
    SELECT p.subject_id, p.own_name_on, true FROM case_placement p
     WHERE omklap_counts AND p.covenant_id = me.covenant_id AND p.own_name_on BETWEEN first_day AND on_day
  ), let AS (
    SELECT o.id AS corporation, extract(year FROM b."on")::int AS year, n.rent <= norm.value AS social,
        CASE WHEN b.omklap THEN k.passend_sort ELSE l.passend_sort END AS sort, CASE WHEN b.omklap THEN k.daeb ELSE l.daeb END AS daeb
      FROM begun b JOIN spine s ON s.id = b.subject_id AND s.kind = 'case' AND s.shield IS NULL JOIN case_tenancy n ON n.subject_id = s.id
        JOIN case_placement p ON p.subject_id = s.id
        JOIN party y ON y.subject_id = n.dwelling AND y.part = 'corporation' JOIN organisation o ON o.id = y.organisation_id
        CROSS JOIN LATERAL (SELECT g.* FROM case_signatures g WHERE g.subject_id = s.id AND g.document = 'lease' AND g.signatory = 'corporation' ORDER BY g.seq DESC LIMIT 1) l
        LEFT JOIN LATERAL (SELECT m.* FROM case_omklap m WHERE m.subject_id = s.id AND m.event = 'agreed' ORDER BY m.seq DESC LIMIT 1) k ON b.omklap
        LEFT JOIN LATERAL (SELECT r.value FROM norm r WHERE r.kind = 'social_rent_limit' AND extract(year FROM r.valid_from) = extract(year FROM b."on") AND r.valid_from <= b."on" ORDER BY r.valid_from DESC LIMIT 1) norm ON true
     -- The lease of a care provider was not tested at signing: the client does not rent yet.
     WHERE (l.model IS NOT NULL AND l.passend IS NULL) = b.omklap AND p.form <> 'intermediair'
  ), years AS (SELECT extract(year FROM on_day)::int - d AS year FROM generate_series(0, 1) d)
  SELECT c.key, w.year, count(t.corporation)::int, (count(*) FILTER (WHERE t.sort = 'PAS'))::int, (count(*) FILTER (WHERE t.sort = 'NIE'))::int,
      (count(*) FILTER (WHERE t.sort = 'NVT'))::int, (count(*) FILTER (WHERE t.corporation IS NOT NULL AND t.sort IS NULL))::int,
      (count(*) FILTER (WHERE t.social AND t.daeb = 'pass'))::int, (count(*) FILTER (WHERE t.social AND t.daeb = 'fail'))::int,
      (count(*) FILTER (WHERE t.corporation IS NOT NULL AND t.social IS NOT FALSE AND (t.social IS NULL OR coalesce(t.daeb, 'unknown') = 'unknown')))::int,
      (count(*) FILTER (WHERE NOT t.social))::int
    FROM (SELECT DISTINCT o.id, o.key FROM covenant_party q JOIN organisation o ON o.id = q.organisation_id
           WHERE q.covenant_id = me.covenant_id AND o.kind = 'corporatie' AND (own IS NULL OR o.id = own)) c
      CROSS JOIN years w LEFT JOIN let t ON t.corporation = c.id AND t.year = w.year
   GROUP BY c.key, w.year ORDER BY w.year DESC, c.key;
END $$;
ALTER FUNCTION app.letting_counts(date) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.letting_counts(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.letting_counts(date) TO thuistafel_app;
