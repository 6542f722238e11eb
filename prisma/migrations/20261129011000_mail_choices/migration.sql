-- When somebody hears by mail of what happened: at once, once a day, or not. The worker computes it, for the calendar and
-- the clock of the Netherlands stand in the domain. docs/decisions/0023 says why it is done so.

CREATE TABLE "mail_choice" (
    "account_id" UUID NOT NULL,
    "choice" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "mail_choice_pkey" PRIMARY KEY ("account_id")
);
ALTER TABLE "mail_choice" ADD CONSTRAINT "mail_choice_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect_derived('mail_choice', '(SELECT app.role()) IS NOT NULL AND account_id IN (SELECT m.account_id FROM membership m WHERE m.id = (SELECT app.membership()))');

-- Besides the mail that goes soon, a person may have one that goes once a day.
ALTER TABLE "mail" ADD COLUMN "digest" BOOLEAN NOT NULL DEFAULT false;
DROP INDEX one_open_mail_per_person;
CREATE UNIQUE INDEX one_open_mail_per_person ON mail (account_id, digest) WHERE attempts = 0;

-- Keeps what the person who asks chose.
CREATE FUNCTION app.choose_mail(chosen jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  INSERT INTO mail_choice (account_id, choice, changed_at) VALUES (me.account_id, chosen, clock_timestamp())
    ON CONFLICT (account_id) DO UPDATE SET choice = excluded.choice, changed_at = excluded.changed_at;
END $$;

-- Takes what is new out of the outbox, at most so much of it, for every live membership of that role there but not for
-- whoever took the step; with what each of them chose. The subject is named only to who may see it. What is a week old
-- is no news any more. Until the transaction ends there is no other worker: what is not put into a mail comes back.
CREATE FUNCTION app.take_news(most int) RETURNS TABLE (account_id uuid, event text, created_at timestamptz, news jsonb, choice jsonb) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.worker_seen();
  RETURN QUERY WITH handed AS (
      UPDATE outbox SET delivered_at = clock_timestamp() WHERE outbox.id IN (
        SELECT w.id FROM outbox w WHERE w.delivered_at IS NULL ORDER BY w.created_at LIMIT most) RETURNING *)
    SELECT m.account_id, h.step, h.created_at, jsonb_build_object('organisation', o.name, 'role', h.role, 'kind', h.subject_kind, 'stage', coalesce(j.from_stage, s.stage), 'urgent', false,
        'subject', CASE WHEN app.may(m, 'read', '{spine}', h.subject_id) THEN h.subject_id END), c.choice
      FROM handed h JOIN spine s ON s.id = h.subject_id LEFT JOIN journal j ON j.id = h.journal_id JOIN organisation o ON o.id = h.holder_id
        JOIN membership m ON m.covenant_id = h.covenant_id AND m.organisation_id = h.holder_id AND m.role = h.role
        LEFT JOIN mail_choice c ON c.account_id = m.account_id
     WHERE m.account_id IS DISTINCT FROM j.account_id AND app.meant_for(h.rung, m.id) AND h.created_at > clock_timestamp() - interval '7 days' AND app.live(m)
     ORDER BY h.created_at, h.id, m.id;
END $$;

-- Puts news into mails: {account, digest, at, news}, one for a person and a kind of mail. It is added to the mail that
-- is open. A mail counts from when it may go: until then it is not late, and three days later it is given up.
CREATE FUNCTION app.put_mail(mails jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO mail AS open (account_id, digest, news, created_at, next_at)
    SELECT p.account, p.digest, p.news, greatest(p.at, clock_timestamp()), p.at FROM jsonb_to_recordset(mails) p(account uuid, digest boolean, at timestamptz, news jsonb)
  ON CONFLICT (account_id, digest) WHERE attempts = 0 DO UPDATE
    SET news = open.news || excluded.news, created_at = least(open.created_at, excluded.created_at), next_at = least(open.next_at, excluded.next_at) $$;

-- The mails whose time has come, as claim_mail returned them.
CREATE FUNCTION app.due_mail() RETURNS TABLE (id uuid, address text, language text, news jsonb, digest boolean) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.worker_seen();
  UPDATE mail SET given_up_at = clock_timestamp() WHERE attempts > 0 AND sent_at IS NULL AND given_up_at IS NULL
    AND mail.next_at <= clock_timestamp() AND mail.created_at < clock_timestamp() - interval '3 days';
  RETURN QUERY UPDATE mail SET attempts = attempts + 1, next_at = clock_timestamp() + least(interval '5 minutes' * 2 ^ least(attempts, 10), interval '4 hours')
    FROM account a WHERE a.id = mail.account_id AND mail.id IN (
      SELECT m.id FROM mail m JOIN account b ON b.id = m.account_id AND b.deactivated_at IS NULL
       WHERE m.sent_at IS NULL AND m.given_up_at IS NULL AND m.next_at <= clock_timestamp() ORDER BY m.next_at LIMIT 20)
    RETURNING mail.id, a.email, a.language, mail.news, mail.digest;
END $$;

-- As before, beside the mail of once a day. A worker of the version before still asks for these.
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
  ON CONFLICT (account_id, digest) WHERE attempts = 0 DO UPDATE SET news = open.news || excluded.news, next_at = least(open.next_at, excluded.next_at) $$;
CREATE OR REPLACE FUNCTION app.tell_alerts() RETURNS int LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE found int;
BEGIN
  WITH fresh AS (UPDATE alert SET told_at = clock_timestamp() WHERE told_at IS NULL RETURNING *), put AS (
    INSERT INTO mail AS open (account_id, news, created_at, next_at)
      SELECT m.account_id, jsonb_agg(DISTINCT jsonb_build_object('organisation', o.name, 'role', m.role, 'kind', 'journal', 'stage', 'alert', 'urgent', true, 'subject', NULL)), clock_timestamp(), clock_timestamp()
        FROM fresh f JOIN organisation o ON o.id = f.organisation_id
          JOIN membership m ON m.organisation_id = f.organisation_id AND m.role = 'privacyOfficer' AND (f.covenant_id IS NULL OR m.covenant_id = f.covenant_id)
       WHERE app.live(m) GROUP BY m.account_id
    ON CONFLICT (account_id, digest) WHERE attempts = 0 DO UPDATE SET news = open.news || excluded.news, next_at = least(open.next_at, excluded.next_at))
  SELECT count(*) INTO found FROM fresh;
  RETURN found;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.choose_mail(jsonb)', 'app.take_news(int)', 'app.put_mail(jsonb)', 'app.due_mail()', 'app.write_mail(text[], interval)', 'app.tell_alerts()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.choose_mail(jsonb) TO thuistafel_app;
GRANT EXECUTE ON FUNCTION app.take_news(int), app.put_mail(jsonb), app.due_mail() TO thuistafel_worker;
