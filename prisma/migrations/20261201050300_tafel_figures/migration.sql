-- The figures of the tafels in a large region: what the actor may read of them, found in sets instead of row by row. docs/decisions/0059.

-- What begins and ends the time in which a case waits on its provider.
CREATE INDEX "journal_waits" ON "journal" ("covenant_id", "subject_id", "taken_on", "seq") INCLUDE ("step", "shown") WHERE kind = 'step' AND step IN ('askMore', 'sendIntake', 'supplyForTafel');
-- Who is asked for a position.
CREATE INDEX "party_asked" ON "party" ("part", "subject_id") WHERE subject_kind = 'case' AND part IN ('provider', 'gemeente');

-- Asked by the two doors below, and by nobody else. The tafels that met and that the actor may read, in the order in which they met, and whether what is on them is read too.
CREATE FUNCTION app.met_tafels() RETURNS TABLE (tafel uuid, met_on date, place int, version uuid, items boolean, presence boolean) LANGUAGE plpgsql STABLE ROWS 500 SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  RETURN QUERY SELECT s.id, t."on", (row_number() OVER (ORDER BY t."on", t."at", s.number))::int, s.covenant_version_id, g.items, g.presence
    FROM (SELECT x.stage, bool_or(x.object = 'items') AS items, bool_or(x.object = 'presence') AS presence FROM policy_grant x
           WHERE x.kind = 'tafel' AND x.role = me.role AND x.verb = 'read' AND x.relation = 'any' AND x.needs = '' AND x.stage IN ('inSession', 'adopted', 'closed')
           GROUP BY x.stage HAVING bool_or(x.object = 'spine') AND bool_or(x.object = 'session')) g
      JOIN spine s ON s.covenant_id = me.covenant_id AND s.kind = 'tafel' AND s.stage = g.stage AND NOT s.shielded JOIN tafel_session t ON t.subject_id = s.id
   WHERE s.id IN (SELECT r.subject_id FROM relation r WHERE r.holder_id = me.covenant_id AND r.covenant_id = me.covenant_id AND r.subject_kind = 'tafel' AND r.relation = 'any' AND (r.until IS NULL OR r.until > clock_timestamp()));
END $$;

-- The tafels that met in a period: how many cases stood on each, and who came and went where somebody left.
CREATE FUNCTION app.tafels_met(first_day date, last_day date) RETURNS TABLE (version uuid, items int, presence jsonb) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET work_mem = '32MB' SET enable_nestloop = off AS $$
BEGIN
  RETURN QUERY WITH met AS MATERIALIZED (SELECT m.* FROM app.met_tafels() m WHERE m.met_on BETWEEN first_day AND last_day),
    stands AS (SELECT i.subject_id FROM tafel_items i JOIN met m ON m.tafel = i.subject_id AND m.items GROUP BY i.subject_id, i."case" HAVING max(i.seq) FILTER (WHERE i."on") = max(i.seq)),
    size AS (SELECT x.subject_id, count(*)::int AS n FROM stands x GROUP BY 1),
    came AS (SELECT p.subject_id, jsonb_agg(jsonb_build_object('seat', p.seat, 'delegate', p.delegate, 'here', p.here, 'at', p."at") ORDER BY p.seq) AS rows FROM tafel_presence p
      JOIN met m ON m.tafel = p.subject_id AND m.presence WHERE p.subject_id IN (SELECT x.subject_id FROM tafel_presence x WHERE NOT x.here) GROUP BY 1)
  SELECT m.version, coalesce(z.n, 0), coalesce(c.rows, '[]') FROM met m LEFT JOIN size z ON z.subject_id = m.tafel LEFT JOIN came c ON c.subject_id = m.tafel ORDER BY m.place;
END $$;

-- Each case that the actor may read on each tafel that met in the period, with what was adopted there, and who was asked and spoke
-- beforehand. A shielded case is in none of it. What may be read of it follows from its stage, or from a part that the organisation has in it: as app.may
-- says of one row, asked once for all. Whoever has other rights than these finds less here, never more.
CREATE FUNCTION app.brought_to_tafels(first_day date, last_day date)
RETURNS TABLE (id uuid, number text, first boolean, again boolean, outcome text, adopted_on date, ready_since date, corrected boolean, decided_later boolean, held text, waited text,
  provider boolean, provider_spoke boolean, gemeente boolean, gemeente_spoke boolean, guests int, guests_spoke int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET work_mem = '64MB' SET jit = off SET enable_nestloop = off SET enable_mergejoin = off AS $$
DECLARE me membership := app.actor();
BEGIN
  RETURN QUERY WITH grants AS MATERIALIZED (
    SELECT g.relation, g.stage, g.guarded, bool_or(g.object = 'spine') AS spine, bool_or(g.object = 'decisions') AS decisions, bool_or(g.object = 'decisionNotes') AS notes, bool_or(g.object = 'readiness') AS readiness,
        bool_or(g.object = 'intakeCheck') AS checks, bool_or(g.object = 'positions') AS positions
      FROM policy_grant g WHERE g.kind = 'case' AND g.role = me.role AND g.verb = 'read' AND g.needs = '' GROUP BY 1, 2, 3
  ), everybodys AS (
    SELECT g.stage, bool_or(g.spine) AS spine, bool_or(g.decisions) AS decisions, bool_or(g.notes) AS notes, bool_or(g.readiness) AS readiness, bool_or(g.checks) AS checks, bool_or(g.positions) AS positions
      FROM grants g WHERE g.relation = 'any' GROUP BY 1
  ), own AS (
    SELECT r.subject_id, bool_or(g.spine) AS spine, bool_or(g.decisions) AS decisions, bool_or(g.notes) AS notes, bool_or(g.readiness) AS readiness, bool_or(g.checks) AS checks, bool_or(g.positions) AS positions
      FROM relation r JOIN grants g ON g.relation = r.relation AND g.stage = r.stage
     WHERE r.holder_id IN (me.organisation_id, me.id) AND r.covenant_id = me.covenant_id AND r.subject_kind = 'case' AND r.relation = ANY (ARRAY(SELECT DISTINCT x.relation FROM grants x WHERE x.relation <> 'any'))
       AND (r.until IS NULL OR r.until > clock_timestamp()) AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id)) GROUP BY 1
  ), seen AS MATERIALIZED (
    SELECT k.id, k.number, coalesce(e.decisions, false) OR coalesce(o.decisions, false) AS decisions, coalesce(e.notes, false) OR coalesce(o.notes, false) AS notes, coalesce(e.readiness, false) OR coalesce(o.readiness, false) AS readiness,
        coalesce(e.checks, false) OR coalesce(o.checks, false) AS checks, coalesce(e.positions, false) OR coalesce(o.positions, false) AS positions
      FROM spine k LEFT JOIN everybodys e ON e.stage = k.stage AND k.id IN (SELECT r.subject_id FROM relation r WHERE r.holder_id = me.covenant_id AND r.covenant_id = me.covenant_id AND r.subject_kind = 'case' AND r.relation = 'any' AND (r.until IS NULL OR r.until > clock_timestamp()))
        LEFT JOIN own o ON o.subject_id = k.id
     WHERE k.covenant_id = me.covenant_id AND k.kind = 'case' AND NOT k.shielded AND (e.spine OR o.spine)
  ), stands AS MATERIALIZED (
    SELECT m.tafel, m.met_on, m.place, i."case" FROM tafel_items i JOIN app.met_tafels() m ON m.tafel = i.subject_id AND m.items GROUP BY 1, 2, 3, 4 HAVING max(i.seq) FILTER (WHERE i."on") = max(i.seq)
  ), came AS (SELECT x."case", min(x.place) AS place, count(*) AS times FROM stands x GROUP BY 1
  ), adopted AS MATERIALIZED (
    SELECT x.subject_id, x.tafel, x.version, x.replaces, x.outcome, x.adopted_on, x.follow_up_by FROM case_decisions x WHERE x.covenant_id = me.covenant_id AND x.adopted_on IS NOT NULL
  ), replaced AS (SELECT DISTINCT x.subject_id, x.replaces FROM adopted x WHERE x.replaces IS NOT NULL
  ), later AS (SELECT x.subject_id, max(x.version) AS version FROM adopted x WHERE x.replaces IS NULL AND x.subject_id IN (SELECT y.subject_id FROM adopted y WHERE y.outcome = 'escalated') GROUP BY 1
  ), held AS MATERIALIZED (
    SELECT x.subject_id, string_agg(x.outcome || ' ' || x.adopted_on, ',' ORDER BY x.adopted_on) AS events FROM adopted x
     WHERE x.replaces IS NULL AND (x.outcome = 'backToProvider' OR (x.outcome = 'adjourned' AND x.follow_up_by = 'provider')) GROUP BY 1
  ), waits AS (
    SELECT j.subject_id, string_agg(j.step || ' ' || j.taken_on, ',' ORDER BY j.taken_on, j.seq) AS events FROM journal j
     WHERE j.covenant_id = me.covenant_id AND j.kind = 'step' AND j.step IN ('askMore', 'sendIntake', 'supplyForTafel') AND (j.shown = '{}' OR (j.shown = '{intakeCheck}' AND j.subject_id IN (SELECT x.id FROM seen x WHERE x.checks)))
     GROUP BY 1 HAVING bool_or(j.step = 'askMore') OR j.subject_id IN (SELECT h.subject_id FROM held h)
  ), spoke AS MATERIALIZED (
    SELECT p.subject_id, p.tafel, p.organisation_id, ARRAY(SELECT r.part FROM relation r WHERE r.subject_id = p.subject_id AND r.holder_id = p.organisation_id) AS parts
      FROM (SELECT DISTINCT x.subject_id, x.tafel, x.organisation_id FROM case_positions x WHERE x.covenant_id = me.covenant_id) p
  ), said AS (SELECT x.subject_id, x.tafel, bool_or('provider' = ANY (x.parts)) AS provider, bool_or('gemeente' = ANY (x.parts)) AS gemeente FROM spoke x GROUP BY 1, 2
  ), guest AS MATERIALIZED (
    SELECT DISTINCT r.subject_id, r.holder_id FROM relation r WHERE r.holder_id = ANY (ARRAY(SELECT o.id FROM organisation o WHERE o.kind = 'corporatie')) AND r.covenant_id = me.covenant_id AND r.subject_kind = 'case' AND r.relation = 'invited' AND r.part = 'guest'
  ), invited AS (SELECT g.subject_id, count(*)::int AS n FROM guest g GROUP BY 1
  ), heard AS (SELECT g.subject_id, x.tafel, count(*)::int AS n FROM guest g JOIN spoke x ON x.subject_id = g.subject_id AND x.organisation_id = g.holder_id GROUP BY 1, 2)
  SELECT s.id, s.number, f.place = c.place, f.times > 1, d.outcome, d.adopted_on, coalesce(CASE WHEN s.notes THEN n.ready_then END, CASE WHEN s.readiness THEN r.ready_since END),
      y.subject_id IS NOT NULL, coalesce(d.outcome = 'escalated' AND l.version > d.version, false), CASE WHEN s.decisions THEN h.events END, w.events,
      s.positions AND p.subject_id IS NOT NULL, s.positions AND coalesce(x.provider, false), s.positions AND g.subject_id IS NOT NULL, s.positions AND coalesce(x.gemeente, false), CASE WHEN s.positions THEN coalesce(i.n, 0) ELSE 0 END, CASE WHEN s.positions THEN coalesce(u.n, 0) ELSE 0 END
    FROM stands c JOIN came f ON f."case" = c."case" JOIN seen s ON s.id = c."case"
      LEFT JOIN adopted d ON s.decisions AND d.subject_id = s.id AND d.tafel = c.tafel AND d.replaces IS NULL
      LEFT JOIN replaced y ON y.subject_id = d.subject_id AND y.replaces = d.version LEFT JOIN later l ON l.subject_id = d.subject_id
      LEFT JOIN case_decision_notes n ON n.subject_id = d.subject_id AND n.version = d.version AND n.corrects IS NULL AND n.adopted_on IS NOT NULL
      LEFT JOIN case_readiness r ON r.subject_id = s.id LEFT JOIN held h ON h.subject_id = s.id LEFT JOIN waits w ON w.subject_id = s.id
      LEFT JOIN party p ON p.subject_id = s.id AND p.part = 'provider' AND p.subject_kind = 'case' LEFT JOIN party g ON g.subject_id = s.id AND g.part = 'gemeente' AND g.subject_kind = 'case'
      LEFT JOIN said x ON x.subject_id = s.id AND x.tafel = c.tafel LEFT JOIN invited i ON i.subject_id = s.id LEFT JOIN heard u ON u.subject_id = s.id AND u.tafel = c.tafel
   WHERE c.met_on BETWEEN first_day AND last_day;
END $$;

-- The cases that wait for a tafel now and on nobody else, as far as the actor may read them.
CREATE FUNCTION app.waiting_for_tafel() RETURNS TABLE (id uuid, number text, since date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  RETURN QUERY SELECT s.id, s.number, t.since FROM turn t JOIN spine s ON s.id = t.subject_id AND NOT s.shielded
   WHERE t.covenant_id = me.covenant_id AND t.holder_id = ANY (ARRAY(SELECT p.organisation_id FROM covenant_party p WHERE p.covenant_id = me.covenant_id)) AND t.task = 'putOnTafel' AND t.paused_on IS NULL
     AND (EXISTS (SELECT 1 FROM policy_grant g WHERE g.kind = 'case' AND g.role = me.role AND g.verb = 'read' AND g.object = 'spine' AND g.stage = s.stage AND g.relation = 'any' AND g.needs = ''
         AND EXISTS (SELECT 1 FROM relation r WHERE r.subject_id = s.id AND r.holder_id = me.covenant_id AND r.covenant_id = me.covenant_id AND r.relation = 'any' AND (r.until IS NULL OR r.until > clock_timestamp()))) OR app.may(me, 'read', '{spine}', s.id));
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.met_tafels()', 'app.tafels_met(date, date)', 'app.brought_to_tafels(date, date)', 'app.waiting_for_tafel()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.tafels_met(date, date), app.brought_to_tafels(date, date), app.waiting_for_tafel() TO thuistafel_app;
