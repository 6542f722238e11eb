-- Who is invited to a tafel gets it in the calendar of their own mail program: each event of a tafel is one mail for each of them.
-- docs/decisions/0039.

-- A mail that holds a meeting and no news. It is not added to, and waits for nothing.
ALTER TABLE "mail" ADD COLUMN "meeting" JSONB;
DROP INDEX one_open_mail_per_person;
CREATE UNIQUE INDEX one_open_mail_per_person ON mail (account_id, digest) WHERE attempts = 0 AND meeting IS NULL;

-- As before, beside the mails that hold a meeting.
CREATE OR REPLACE FUNCTION app.put_mail(mails jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO mail AS open (account_id, digest, news, created_at, next_at)
    SELECT p.account, p.digest, p.news, greatest(p.at, clock_timestamp()), p.at FROM jsonb_to_recordset(mails) p(account uuid, digest boolean, at timestamptz, news jsonb)
  ON CONFLICT (account_id, digest) WHERE attempts = 0 AND meeting IS NULL DO UPDATE
    SET news = open.news || excluded.news, created_at = least(open.created_at, excluded.created_at), next_at = least(open.next_at, excluded.next_at) $$;
CREATE OR REPLACE FUNCTION app.write_mail(urgent text[], wait interval) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  WITH handed AS (UPDATE outbox SET delivered_at = clock_timestamp() WHERE delivered_at IS NULL RETURNING *)
  INSERT INTO mail AS open (account_id, news, created_at, next_at)
    SELECT m.account_id, jsonb_agg(jsonb_build_object('organisation', o.name, 'role', h.role, 'kind', h.subject_kind, 'stage', j.from_stage, 'urgent', h.step = ANY (urgent),
        'subject', CASE WHEN app.may(m, 'read', '{spine}', h.subject_id) THEN h.subject_id END) ORDER BY h.created_at, h.id),
        clock_timestamp(), min(CASE WHEN h.step = ANY (urgent) THEN h.created_at ELSE h.created_at + wait END)
      FROM handed h JOIN journal j ON j.id = h.journal_id JOIN organisation o ON o.id = h.holder_id
        JOIN membership m ON m.covenant_id = h.covenant_id AND m.organisation_id = h.holder_id AND m.role = h.role
     WHERE m.account_id <> j.account_id AND h.created_at > clock_timestamp() - interval '7 days' AND app.live(m)
     GROUP BY m.account_id
  ON CONFLICT (account_id, digest) WHERE attempts = 0 AND meeting IS NULL DO UPDATE SET news = open.news || excluded.news, next_at = least(open.next_at, excluded.next_at) $$;
CREATE OR REPLACE FUNCTION app.tell_alerts() RETURNS int LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE found int;
BEGIN
  WITH fresh AS (UPDATE alert SET told_at = clock_timestamp() WHERE told_at IS NULL RETURNING *), put AS (
    INSERT INTO mail AS open (account_id, news, created_at, next_at)
      SELECT m.account_id, jsonb_agg(DISTINCT jsonb_build_object('organisation', o.name, 'role', m.role, 'kind', 'journal', 'stage', 'alert', 'urgent', true, 'subject', NULL)), clock_timestamp(), clock_timestamp()
        FROM fresh f JOIN organisation o ON o.id = f.organisation_id
          JOIN membership m ON m.organisation_id = f.organisation_id AND m.role = 'privacyOfficer' AND (f.covenant_id IS NULL OR m.covenant_id = f.covenant_id)
       WHERE app.live(m) GROUP BY m.account_id
    ON CONFLICT (account_id, digest) WHERE attempts = 0 AND meeting IS NULL DO UPDATE SET news = open.news || excluded.news, next_at = least(open.next_at, excluded.next_at))
  SELECT count(*) INTO found FROM fresh;
  RETURN found;
END $$;
CREATE OR REPLACE FUNCTION app.due_mail() RETURNS TABLE (id uuid, address text, language text, news jsonb, digest boolean) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.worker_seen();
  UPDATE mail SET given_up_at = clock_timestamp() WHERE attempts > 0 AND sent_at IS NULL AND given_up_at IS NULL
    AND mail.next_at <= clock_timestamp() AND mail.created_at < clock_timestamp() - interval '3 days';
  RETURN QUERY UPDATE mail SET attempts = attempts + 1, next_at = clock_timestamp() + least(interval '5 minutes' * 2 ^ least(attempts, 10), interval '4 hours')
    FROM account a WHERE a.id = mail.account_id AND mail.id IN (
      SELECT m.id FROM mail m JOIN account b ON b.id = m.account_id AND b.deactivated_at IS NULL
       WHERE m.meeting IS NULL AND m.sent_at IS NULL AND m.given_up_at IS NULL AND m.next_at <= clock_timestamp() ORDER BY m.next_at LIMIT 20)
    RETURNING mail.id, a.email, a.language, mail.news, mail.digest;
END $$;

-- The meetings that go out now. What failed comes back as with any mail; due_mail gives up what is too old.
CREATE FUNCTION app.due_calls() RETURNS TABLE (id uuid, address text, language text, meeting jsonb) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY UPDATE mail SET attempts = attempts + 1, next_at = clock_timestamp() + least(interval '5 minutes' * 2 ^ least(attempts, 10), interval '4 hours')
    FROM account a WHERE a.id = mail.account_id AND mail.id IN (
      SELECT m.id FROM mail m JOIN account b ON b.id = m.account_id AND b.deactivated_at IS NULL
       WHERE m.meeting IS NOT NULL AND m.sent_at IS NULL AND m.given_up_at IS NULL AND m.next_at <= clock_timestamp() ORDER BY m.next_at LIMIT 20)
    RETURNING mail.id, a.email, a.language, mail.meeting;
END $$;

-- Delegates and stand-ins of a tafel, as they were up to a row of the list of delegates.
CREATE FUNCTION app.called_to(at_tafel uuid, upto bigint) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 8 SET search_path = pg_catalog, public AS $$
  SELECT DISTINCT p.person FROM (SELECT DISTINCT ON (d.delegate) d.delegate, d.stand_in, d."on" FROM tafel_delegates d WHERE d.subject_id = at_tafel AND d.seq <= upto ORDER BY d.delegate, d.seq DESC) last
    CROSS JOIN LATERAL unnest(ARRAY[last.delegate, last.stand_in]) p(person) WHERE last."on" AND p.person IS NOT NULL
$$;

-- Puts the meeting into a mail for each who is called, and takes it back from each who is not called any more: once they were
-- invited, and each time that it moves. At the end of the transaction, when all that the step says is written. The sequence
-- is how often it moved, so a program knows which mail is the last one.
CREATE FUNCTION app.tafel_called() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE t uuid := NEW.subject_id; last bigint := (SELECT max(d.seq) FROM tafel_delegates d WHERE d.subject_id = NEW.subject_id); moved int; said jsonb;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM tafel_invitation i WHERE i.subject_id = t) THEN RETURN NULL; END IF;
  moved := (SELECT count(*) FROM journal j WHERE j.subject_id = t AND j.kind = 'step' AND j.step IN ('changeTafel', 'cancelTafel'));
  said := (SELECT jsonb_build_object('tafel', t, 'on', m."on", 'at', m.at, 'minutes', m.minutes, 'sequence', moved, 'stamp', clock_timestamp()) FROM tafel_session m WHERE m.subject_id = t);
  INSERT INTO mail (account_id, news, meeting, created_at, next_at)
    SELECT DISTINCT m.account_id, '[]'::jsonb, said || jsonb_build_object('method', c.method), clock_timestamp(), clock_timestamp() FROM (
        SELECT x.person, CASE WHEN NEW.step = 'cancelTafel' THEN 'CANCEL' ELSE 'REQUEST' END AS method FROM app.called_to(t, last) x(person)
         WHERE NEW.step IN ('inviteDelegates', 'changeTafel', 'cancelTafel') OR x.person NOT IN (SELECT app.called_to(t, last - 1))
        UNION ALL SELECT x.person, 'CANCEL' FROM app.called_to(t, last - 1) x(person)
         WHERE NEW.step IN ('nameDelegate', 'dropDelegate') AND x.person NOT IN (SELECT app.called_to(t, last))) c
      JOIN membership m ON m.id = c.person AND app.live(m);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER tafel_called AFTER INSERT ON journal DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.kind = 'step' AND NEW.step IN ('inviteDelegates', 'changeTafel', 'cancelTafel', 'nameDelegate', 'dropDelegate')) EXECUTE FUNCTION app.tafel_called();

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.put_mail(jsonb)', 'app.due_mail()', 'app.write_mail(text[], interval)', 'app.tell_alerts()', 'app.due_calls()', 'app.called_to(uuid, bigint)', 'app.tafel_called()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.put_mail(jsonb), app.due_mail(), app.due_calls() TO thuistafel_worker;
