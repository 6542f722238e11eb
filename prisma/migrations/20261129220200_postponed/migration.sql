-- As before; the mail of a tafel that was postponed says from which day. docs/decisions/0039.
CREATE OR REPLACE FUNCTION app.tafel_called() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE t uuid := NEW.subject_id; last bigint := (SELECT max(d.seq) FROM tafel_delegates d WHERE d.subject_id = NEW.subject_id); moved int; said jsonb; was text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM tafel_invitation i WHERE i.subject_id = t) THEN RETURN NULL; END IF;
  moved := (SELECT count(*) FROM journal j WHERE j.subject_id = t AND j.kind = 'step' AND j.step IN ('changeTafel', 'cancelTafel'));
  -- From which day it was postponed, where it was.
  was := CASE WHEN NEW.step = 'changeTafel' THEN (SELECT j.tells->>'on' FROM journal j WHERE j.subject_id = t AND j.kind = 'step' AND j.id <> NEW.id
    AND j.step IN ('planTafel', 'planNext', 'changeTafel') AND j.recorded_at <= NEW.recorded_at ORDER BY j.recorded_at DESC LIMIT 1) END;
  said := (SELECT jsonb_build_object('tafel', t, 'on', m."on", 'at', m.at, 'minutes', m.minutes, 'sequence', moved, 'stamp', clock_timestamp(), 'movedFrom', nullif(was, m."on"::text)) FROM tafel_session m WHERE m.subject_id = t);
  INSERT INTO mail (account_id, news, meeting, created_at, next_at)
    SELECT DISTINCT m.account_id, '[]'::jsonb, said || jsonb_build_object('method', c.method), clock_timestamp(), clock_timestamp() FROM (
        SELECT x.person, CASE WHEN NEW.step = 'cancelTafel' THEN 'CANCEL' ELSE 'REQUEST' END AS method FROM app.called_to(t, last) x(person)
         WHERE NEW.step IN ('inviteDelegates', 'changeTafel', 'cancelTafel') OR x.person NOT IN (SELECT app.called_to(t, last - 1))
        UNION ALL SELECT x.person, 'CANCEL' FROM app.called_to(t, last - 1) x(person)
         WHERE NEW.step IN ('nameDelegate', 'dropDelegate') AND x.person NOT IN (SELECT app.called_to(t, last))) c
      JOIN membership m ON m.id = c.person AND app.live(m);
  RETURN NULL;
END $$;
ALTER FUNCTION app.tafel_called() OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.tafel_called() FROM PUBLIC;
