-- What whoever has no part in a case comes to know of it at a tafel, as the covenant says: nothing, its number, or its number and
-- initials; of a shielded case never the initials. For whoever reads that the tafel meets, of a case on its agenda. docs/decisions/0033.
CREATE FUNCTION app.without_stake(at_tafel uuid, kase uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE said text; c spine;
BEGIN
  IF NOT coalesce(app.may(app.actor(), 'read', '{spine}', at_tafel), false)
    OR NOT coalesce((SELECT i."on" FROM tafel_items i WHERE i.subject_id = at_tafel AND i."case" = kase ORDER BY i.seq DESC LIMIT 1), false) THEN RETURN NULL; END IF;
  said := (SELECT v.rules #>> '{tafel,withoutStake}' FROM spine s JOIN covenant_version v ON v.id = s.covenant_version_id WHERE s.id = at_tafel);
  SELECT * INTO c FROM spine s WHERE s.id = kase;
  RETURN CASE said WHEN 'number' THEN c.number
    WHEN 'numberAndInitials' THEN concat_ws(', ', c.number, (SELECT i.initials FROM case_initials i WHERE i.subject_id = kase AND c.shield IS NULL)) END;
END $$;

-- As before; others know of the case what the covenant says.
CREATE OR REPLACE FUNCTION app.in_hand(at_tafel uuid) RETURNS TABLE (place int, cases int, since text, "case" uuid, number text) LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF NOT coalesce(app.may(me, 'read', '{spine}', at_tafel), false) THEN RETURN; END IF;
  RETURN QUERY WITH said AS (SELECT i."case", min(i.seq) AS came, (array_agg(i."on" ORDER BY i.seq DESC))[1] AS "on", (array_agg(i.number ORDER BY i.seq DESC))[1] AS number FROM tafel_items i WHERE i.subject_id = at_tafel GROUP BY i."case"),
      agenda AS (SELECT i.*, row_number() OVER (ORDER BY array_position(o.cases, i."case") NULLS LAST, i.came) AS place, count(*) OVER () AS cases
        FROM said i LEFT JOIN tafel_agenda_order o ON o.subject_id = at_tafel WHERE i."on")
    SELECT a.place::int, a.cases::int, h.since, CASE WHEN own.reads THEN a."case" END, CASE WHEN own.reads THEN a.number ELSE app.without_stake(at_tafel, a."case") END
      FROM tafel_in_hand h JOIN agenda a ON a."case" = h.item JOIN spine s ON s.id = at_tafel AND s.stage = 'inSession',
        LATERAL (SELECT coalesce(app.may(me, 'read', '{spine}', a."case"), false) AS reads) own
     WHERE h.subject_id = at_tafel;
END $$;

CREATE OR REPLACE FUNCTION app.agenda_for(at_tafel uuid) RETURNS TABLE (place int, "case" uuid, number text, minutes int) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF NOT coalesce(app.may(me, 'read', '{spine}', at_tafel), false) THEN RETURN; END IF;
  RETURN QUERY WITH said AS (SELECT i."case", min(i.seq) AS came, (array_agg(i."on" ORDER BY i.seq DESC))[1] AS "on", (array_agg(i.number ORDER BY i.seq DESC))[1] AS number,
        (array_agg(i.minutes ORDER BY i.seq DESC))[1] AS minutes FROM tafel_items i WHERE i.subject_id = at_tafel GROUP BY i."case"),
      agenda AS (SELECT i.*, row_number() OVER (ORDER BY array_position(o.cases, i."case") NULLS LAST, i.came) AS place
        FROM said i LEFT JOIN tafel_agenda_order o ON o.subject_id = at_tafel WHERE i."on")
    SELECT a.place::int, CASE WHEN own.reads THEN a."case" END, CASE WHEN own.reads THEN a.number ELSE app.without_stake(at_tafel, a."case") END, CASE WHEN own.reads THEN a.minutes::int END
      FROM agenda a, LATERAL (SELECT coalesce(app.may(me, 'read', '{spine}', a."case"), false) AS reads) own
     ORDER BY a.place;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.without_stake(uuid, uuid)', 'app.in_hand(uuid)', 'app.agenda_for(uuid)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.without_stake(uuid, uuid), app.in_hand(uuid), app.agenda_for(uuid) TO thuistafel_app;
