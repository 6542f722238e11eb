-- As before; today counts everybody who got a key in the period, so that it is the number of those who came to live somewhere.
CREATE OR REPLACE FUNCTION app.homes_at(first_day date, last_day date, today date)
RETURNS TABLE (id uuid, number text, provider uuid, corporation uuid, persons int, age int, home boolean, guided boolean, well boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH moment AS (
    SELECT k.*, m.age, CASE m.age WHEN 0 THEN today ELSE (k.key_on + make_interval(months => m.age))::date END AS day
      FROM app.homes_kept(first_day, last_day) k CROSS JOIN unnest(ARRAY[0, 6, 12, 24, 36]) AS m(age)
  ), here AS (SELECT t.*, coalesce(t.ended_on >= t.day, true) AS home FROM moment t WHERE t.day <= today AND (t.age = 0 OR NOT (t.died AND t.ended_on < t.day)))
  SELECT t.id, t.number, t.provider, t.corporation, t.persons, t.age, t.home, t.home AND coalesce(t.closed_on > t.day, true) AND coalesce(t.light_on > t.day, true), coalesce(t.well_on <= t.day, false) FROM here t $$;
ALTER FUNCTION app.homes_kept(date, date) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.homes_at(date, date, date) OWNER TO thuistafel_kernel;
