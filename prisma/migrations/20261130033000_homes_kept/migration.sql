-- How a tenancy ended and where the client went, and the figures of homes that last. docs/decisions/0047.

-- CreateTable
CREATE TABLE "case_home_end" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "home_ended_on" DATE NOT NULL,
    "home_end_why" TEXT NOT NULL,
    "destination" TEXT,

    CONSTRAINT "case_home_end_pkey" PRIMARY KEY ("subject_id")
);

-- AddForeignKey
ALTER TABLE "case_home_end" ADD CONSTRAINT "case_home_end_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('homeEnd', 'case_home_end', 'subject_id', false);

-- The homes of which the key was handed over in a period, as far as whoever asks reads them: whose, until when somebody lived
-- there, until when the file ran, since when it ended well and since when the contact is a light one.
CREATE FUNCTION app.homes_kept(first_day date, last_day date)
RETURNS TABLE (id uuid, number text, provider uuid, corporation uuid, persons int, key_on date, ended_on date, died boolean, closed_on date, well_on date, light_on date)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT s.id, s.number, p.organisation_id, c.organisation_id, coalesce(h.adults + h.children, 1), y.key_on,
      coalesce(e.home_ended_on, CASE WHEN x.reason IN ('verhuisd', 'terugNaarVoorziening', 'overleden') THEN x."on" END), coalesce(x.reason = 'overleden', false), x."on",
      CASE WHEN x.reason = 'goedAfgerond' THEN x."on" WHEN x.reason = 'verhuisd' AND e.destination IN ('andereWoning', 'bijNaasten') THEN e.home_ended_on END,
      CASE WHEN g.level = 'waakvlam' THEN g.since END
    FROM spine s JOIN case_placement y ON y.subject_id = s.id
      LEFT JOIN party p ON p.subject_id = s.id AND p.part = 'provider' LEFT JOIN party c ON c.subject_id = s.id AND c.part = 'corporation'
      LEFT JOIN case_household h ON h.household_id = s.household_id LEFT JOIN case_guidance g ON g.subject_id = s.id
      LEFT JOIN case_closing x ON x.subject_id = s.id LEFT JOIN case_home_end e ON e.subject_id = s.id
   WHERE s.covenant_id = (SELECT app.covenant()) AND s.kind = 'case' AND s.shield IS NULL AND y.key_on BETWEEN first_day AND last_day $$;

-- Each of them at so many months after its key, and today (0): whether that day came, and where the home and the support stood
-- then. Who died before is not asked for any more.
CREATE FUNCTION app.homes_at(first_day date, last_day date, today date)
RETURNS TABLE (id uuid, number text, provider uuid, corporation uuid, persons int, age int, home boolean, guided boolean, well boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  WITH moment AS (
    SELECT k.*, m.age, CASE m.age WHEN 0 THEN today ELSE (k.key_on + make_interval(months => m.age))::date END AS day
      FROM app.homes_kept(first_day, last_day) k CROSS JOIN unnest(ARRAY[0, 6, 12, 24, 36]) AS m(age)
  ), here AS (SELECT t.*, coalesce(t.ended_on >= t.day, true) AS home FROM moment t WHERE t.day <= today AND NOT (t.died AND t.ended_on < t.day))
  SELECT t.id, t.number, t.provider, t.corporation, t.persons, t.age, t.home, t.home AND coalesce(t.closed_on > t.day, true) AND coalesce(t.light_on > t.day, true), coalesce(t.well_on <= t.day, false) FROM here t $$;
ALTER FUNCTION app.homes_kept(date, date) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.homes_at(date, date, date) OWNER TO thuistafel_kernel;
GRANT EXECUTE ON FUNCTION app.homes_kept(date, date), app.homes_at(date, date, date) TO thuistafel_app, thuistafel_kernel;
REVOKE ALL ON FUNCTION app.homes_kept(date, date), app.homes_at(date, date, date) FROM PUBLIC;

-- The same in counts, for those who may know them and may not see a case: of the covenant, and by provider and corporation. Whoever
-- acts for a provider or a corporation has the row of their own, a client council the covenant alone.
CREATE FUNCTION app.retention_counts(first_day date, last_day date, today date)
RETURNS TABLE ("by" text, organisation uuid, age int, persons int, reached int, home int, guided int, well int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); mine text;
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('coordinator', 'regisseur', 'gemeenteLead', 'boardMember', 'corporatieLead', 'zorgLead', 'clientCouncil') THEN RETURN; END IF;
  SELECT o.kind INTO mine FROM public.organisation o WHERE o.id = me.organisation_id;
  RETURN QUERY SELECT c.* FROM (
    SELECT CASE WHEN grouping(h.provider) = 0 THEN 'provider' WHEN grouping(h.corporation) = 0 THEN 'corporation' ELSE 'covenant' END AS "by",
        CASE WHEN grouping(h.provider) = 0 THEN h.provider WHEN grouping(h.corporation) = 0 THEN h.corporation END AS organisation, h.age,
        sum(h.persons)::int AS persons, count(*)::int AS reached, (count(*) FILTER (WHERE h.home))::int AS home, (count(*) FILTER (WHERE h.guided))::int AS guided, (count(*) FILTER (WHERE h.well))::int AS well
      FROM app.homes_at(first_day, last_day, today) h GROUP BY GROUPING SETS ((h.age), (h.age, h.provider), (h.age, h.corporation))) c
   WHERE c."by" = 'covenant' OR mine = 'gemeente' OR (mine IN ('zorgaanbieder', 'corporatie') AND c.organisation = me.organisation_id)
   ORDER BY c."by", c.organisation, c.age;
END $$;
ALTER FUNCTION app.retention_counts(date, date, date) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.retention_counts(date, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.retention_counts(date, date, date) TO thuistafel_app;
