-- The AOW age and the age of a lease for the young are norms of a year, as the rents are. Where norms are in use already, theirs come
-- with this: without a row the class of an income would not be known. A row that is there stays as it is.
INSERT INTO norm (kind, valid_from, value, status, source)
  SELECT k.kind, y.day::date, k.months, 'unverified', k.source
  FROM (VALUES ('aow_age_months', 804, 'Algemene Ouderdomswet, artikel 7a'), ('youth_contract_age_months', 336, 'Burgerlijk Wetboek, artikel 7:274c')) k(kind, months, source),
    (VALUES ('2024-01-01'), ('2025-01-01'), ('2026-01-01')) y(day)
  WHERE EXISTS (SELECT 1 FROM norm)
  ON CONFLICT (kind, valid_from) DO NOTHING;
