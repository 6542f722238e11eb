-- What stands still in a large region, counted where it is found; and the exceptions of a covenant in the order in which they are read.

-- The overdue tasks about cases that the actor may read, the oldest `most` of them: by gemeente, and by holder and task; `since` is the
-- earliest day until which they had, `more` whether there are others. A case that everybody of the role reads by its stage needs no other look; of the others
-- app.may is asked. docs/decisions/0059.
CREATE FUNCTION app.standstill(day date, most int) RETURNS TABLE (gemeente uuid, holder uuid, task text, cases int, tasks int, since date, more boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); seen text[]; located text[];
BEGIN
  SELECT array_agg(g.stage) FILTER (WHERE g.object = 'spine'), array_agg(g.stage) FILTER (WHERE g.object = 'parties') INTO seen, located FROM policy_grant g
   WHERE g.kind = 'case' AND g.role = me.role AND g.verb = 'read' AND g.relation = 'any' AND g.needs = '' AND g.object IN ('spine', 'parties');
  RETURN QUERY WITH stalled AS MATERIALIZED (
    SELECT t.subject_id, t.task, t.due_on, t.holder_id, row_number() OVER (ORDER BY t.due_on, t.id) AS nth, CASE WHEN s.stage = ANY (located) AND NOT s.shielded AND a.everybodys THEN true ELSE app.may(me, 'read', '{parties}', s.id) END AS placed
      FROM turn t JOIN spine s ON s.id = t.subject_id
        CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM relation r WHERE r.subject_id = s.id AND r.holder_id = me.covenant_id AND r.covenant_id = me.covenant_id AND r.relation = 'any' AND (r.until IS NULL OR r.until > clock_timestamp())) AS everybodys) a
     WHERE t.covenant_id = me.covenant_id AND t.subject_kind = 'case' AND t.due_on < day AND t.paused_on IS NULL
       AND CASE WHEN (t.holder_id, t.role) = (me.organisation_id, me.role) OR (s.stage = ANY (seen) AND NOT s.shielded AND a.everybodys) THEN true ELSE app.may(me, 'read', '{spine}', s.id) END
     ORDER BY t.due_on, t.id LIMIT most + 1
  ), somewhere AS (SELECT x.*, CASE WHEN x.placed THEN (SELECT p.organisation_id FROM party p WHERE p.subject_id = x.subject_id AND p.part = 'gemeente') END AS place FROM stalled x WHERE x.nth <= most)
  SELECT x.place, x.holder_id, x.task, count(DISTINCT x.subject_id)::int, count(*)::int, min(x.due_on), (SELECT count(*) > most FROM stalled) FROM somewhere x GROUP BY GROUPING SETS ((x.place), (x.holder_id, x.task));
END $$;
ALTER FUNCTION app.standstill(date, int) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.standstill(date, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.standstill(date, int) TO thuistafel_app;

CREATE INDEX "case_exceptions" ON "case_decision_notes" ("covenant_id", "adopted_on" DESC, "subject_id" DESC) INCLUDE ("rule", "seq") WHERE rule IS NOT NULL AND adopted_on IS NOT NULL;
