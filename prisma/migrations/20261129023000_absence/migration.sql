-- Somebody is away for some days, and a colleague in the same role stands in for them.

CREATE TABLE "membership_absence" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "away_from" DATE,
    "away_until" DATE,
    "stand_in" UUID,
    CONSTRAINT "membership_absence_pkey" PRIMARY KEY ("subject_id")
);
ALTER TABLE "membership_absence" ADD CONSTRAINT "membership_absence_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('absence', 'membership_absence', 'subject_id', false);

-- Of these cases: whose mentor is away on this day, until when, and who stands in. For whoever reads the parties of the case:
-- that somebody cannot be reached, not why.
CREATE FUNCTION app.away_in(subjects uuid[], day date) RETURNS TABLE (subject uuid, mentor text, until date, stand_in text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT y.subject_id, y.mentor_name, min(b.away_until), min(n.name)
    FROM unnest(subjects[1:500]) s(id) JOIN case_parties y ON y.subject_id = s.id JOIN party p ON p.subject_id = s.id AND p.part = 'provider'
    JOIN membership m ON m.organisation_id = p.organisation_id AND m.covenant_id = me.covenant_id AND m.role = 'mentor' AND app.in_force(m)
    JOIN account a ON a.id = m.account_id AND lower(a.name) = lower(btrim(y.mentor_name))
    JOIN membership_absence b ON b.subject_id = m.id AND away_in.day BETWEEN b.away_from AND b.away_until
    LEFT JOIN membership i ON i.id = b.stand_in AND app.in_force(i) LEFT JOIN account n ON n.id = i.account_id
   WHERE app.may(me, 'read', ARRAY['parties'], s.id) GROUP BY 1, 2;
END $$;

-- Who of the own organisation is away on this day.
CREATE FUNCTION app.away_here(day date) RETURNS TABLE (name text, role text, until date, stand_in text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT a.name, m.role, b.away_until, n.name FROM membership m JOIN account a ON a.id = m.account_id
    JOIN membership_absence b ON b.subject_id = m.id AND away_here.day BETWEEN b.away_from AND b.away_until
    LEFT JOIN membership i ON i.id = b.stand_in AND app.in_force(i) LEFT JOIN account n ON n.id = i.account_id
   WHERE m.organisation_id = me.organisation_id AND m.covenant_id = me.covenant_id AND app.in_force(m) ORDER BY a.name, m.role;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.away_in(uuid[], date)', 'app.away_here(date)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.away_in(uuid[], date), app.away_here(date) TO thuistafel_app;
