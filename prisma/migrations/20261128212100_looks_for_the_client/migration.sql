-- Who looked at one client, over the journals of all parties, for the two who answer to the client for it. No person comes
-- out: a number tells one colleague from another within one answer. docs/decisions/0019 says what else stays in.
--
-- The newest fourteen days of the period on which there was something; on each, what one person did of the same kind, for
-- the same reason and with the same facts is one row. Of a shielded case no organisation comes out either, only its kind:
-- whose name stands on paper tells where somebody is.
CREATE FUNCTION app.looks_of(subject uuid, first_day date, last_day date, most int) RETURNS TABLE (
  day date, first_at text, last_at text, organisation_id uuid, organisation_kind text, role text, person int, kind text, step text,
  shown text[], purpose text, ground text, consents text[], emergency boolean, times int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); hidden boolean := (SELECT s.shield IS NOT NULL FROM spine s WHERE s.id = subject); of uuid[]; since timestamptz; before timestamptz;
BEGIN
  IF me.role IS NULL OR me.role NOT IN ('mentor', 'regisseur') OR NOT app.may(me, 'read', ARRAY['consents'], subject) THEN RETURN; END IF;
  of := ARRAY(SELECT subject UNION ALL SELECT o.subject_id FROM offer_terms o WHERE o."case" = subject);
  since := first_day::timestamp AT TIME ZONE 'Europe/Amsterdam'; before := (last_day + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam';
  SELECT min(d.on_day)::timestamp AT TIME ZONE 'Europe/Amsterdam' INTO since FROM (SELECT DISTINCT (j.recorded_at AT TIME ZONE 'Europe/Amsterdam')::date AS on_day FROM journal j
     WHERE j.subject_id = ANY (of) AND j.covenant_id = me.covenant_id AND j.kind IN ('read', 'denied') AND j.recorded_at >= since AND j.recorded_at < before ORDER BY on_day DESC LIMIT 14) d;
  RETURN QUERY WITH looks AS (
      SELECT j.*, j.recorded_at AT TIME ZONE 'Europe/Amsterdam' AS at, (SELECT array_agg(DISTINCT o ORDER BY o) FROM unnest(j.shown) o) AS things FROM journal j
       WHERE j.subject_id = ANY (of) AND j.covenant_id = me.covenant_id AND j.kind IN ('read', 'denied') AND j.recorded_at >= since AND j.recorded_at < before)
    SELECT l.at::date, to_char(min(l.at), 'HH24:MI'), to_char(max(l.at), 'HH24:MI'), CASE WHEN NOT hidden THEN l.organisation_id END, o.kind, l.role,
        dense_rank() OVER (ORDER BY md5(l.membership_id::text || subject::text))::int, l.kind, l.step, coalesce(l.things, '{}'),
        l.purpose, l.ground, l.consents, l.tells ? 'emergency', count(*)::int
      FROM looks l JOIN organisation o ON o.id = l.organisation_id
     GROUP BY l.at::date, l.organisation_id, o.kind, l.role, l.membership_id, l.kind, l.step, l.things, l.purpose, l.ground, l.consents, l.tells ? 'emergency'
     ORDER BY 1 DESC, 3 DESC, 7, 8 LIMIT most;
END $$;
ALTER FUNCTION app.looks_of(uuid, date, date, int) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.looks_of(uuid, date, date, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.looks_of(uuid, date, date, int) TO thuistafel_app;
