-- Notices by mail: whoever is told of a step gets a mail, made from the outbox by a worker that may do nothing else.
-- docs/decisions/0011 says why it is done so.

DO $$ BEGIN CREATE ROLE thuistafel_worker NOLOGIN NOSUPERUSER NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
GRANT USAGE ON SCHEMA app TO thuistafel_worker;

-- Dutch unless this person chose another language.
ALTER TABLE "account" ADD COLUMN "language" TEXT;

CREATE TABLE "mail" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "news" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "next_at" TIMESTAMPTZ NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "sent_at" TIMESTAMPTZ,
    "given_up_at" TIMESTAMPTZ,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "mail" ADD CONSTRAINT "mail_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- News is added to the mail of a person until the first attempt to send it.
CREATE UNIQUE INDEX one_open_mail_per_person ON mail (account_id) WHERE attempts = 0;
CREATE INDEX mail_waiting ON mail (next_at) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX outbox_waiting ON outbox (created_at) WHERE delivered_at IS NULL;

CREATE TABLE "worker" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seen_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);
ALTER TABLE worker ADD CONSTRAINT one_worker_row CHECK (id = 1);

SELECT app.protect_derived('mail', '');
SELECT app.protect_derived('worker', '');

-- The worker says that it is there. Until its transaction ends it is the only one: two workers take turns.
CREATE FUNCTION app.worker_seen() RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  INSERT INTO worker (id, seen_at) VALUES (1, clock_timestamp()) ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at $$;

-- Whether this membership can be acted in today; the same conditions as those of app.actor().
CREATE FUNCTION app.live(m public.membership) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT m.ended_at IS NULL AND m.valid_from <= current_date AND EXISTS (SELECT 1 FROM account a WHERE a.id = m.account_id AND a.deactivated_at IS NULL)
    AND EXISTS (SELECT 1 FROM covenant_party p WHERE p.covenant_id = m.covenant_id AND p.organisation_id = m.organisation_id
      AND p.valid_from <= current_date AND (p.valid_until IS NULL OR p.valid_until >= current_date)) $$;

-- Puts the outbox into the mails of people: of every live membership of that role there, but not of whoever took the
-- step. The subject is named only to who may still see it. What is a week old is no news any more.
CREATE FUNCTION app.write_mail(urgent text[], wait interval) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  WITH handed AS (UPDATE outbox SET delivered_at = clock_timestamp() WHERE delivered_at IS NULL RETURNING *)
  INSERT INTO mail AS open (account_id, news, created_at, next_at)
    SELECT m.account_id, jsonb_agg(jsonb_build_object('organisation', o.name, 'role', h.role, 'kind', h.subject_kind, 'stage', j.from_stage, 'urgent', h.step = ANY (urgent),
        'subject', CASE WHEN app.may(m, 'read', '{spine}', h.subject_id) THEN h.subject_id END) ORDER BY h.created_at, h.id),
        clock_timestamp(), min(CASE WHEN h.step = ANY (urgent) THEN h.created_at ELSE h.created_at + wait END)
      FROM handed h JOIN journal j ON j.id = h.journal_id JOIN organisation o ON o.id = h.holder_id
        JOIN membership m ON m.covenant_id = h.covenant_id AND m.organisation_id = h.holder_id AND m.role = h.role
     WHERE m.account_id <> j.account_id AND h.created_at > clock_timestamp() - interval '7 days' AND app.live(m)
     GROUP BY m.account_id
  ON CONFLICT (account_id) WHERE attempts = 0 DO UPDATE SET news = open.news || excluded.news, next_at = least(open.next_at, excluded.next_at) $$;

-- The mails whose time has come, with their addresses; each is the caller's until its next time. A mail that was claimed
-- and not heard of again comes back then, as the same mail. After three days it is given up.
CREATE FUNCTION app.claim_mail(urgent text[], wait interval) RETURNS TABLE (id uuid, address text, language text, news jsonb) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.worker_seen();
  PERFORM app.write_mail(urgent, wait);
  UPDATE mail SET given_up_at = clock_timestamp() WHERE attempts > 0 AND sent_at IS NULL AND given_up_at IS NULL
    AND mail.next_at <= clock_timestamp() AND mail.created_at < clock_timestamp() - interval '3 days';
  RETURN QUERY UPDATE mail SET attempts = attempts + 1, next_at = clock_timestamp() + least(interval '5 minutes' * 2 ^ least(attempts, 10), interval '4 hours')
    FROM account a WHERE a.id = mail.account_id AND mail.id IN (
      SELECT m.id FROM mail m JOIN account b ON b.id = m.account_id AND b.deactivated_at IS NULL
       WHERE m.sent_at IS NULL AND m.given_up_at IS NULL AND m.next_at <= clock_timestamp() ORDER BY m.next_at LIMIT 20)
    RETURNING mail.id, a.email, a.language, mail.news;
END $$;

-- What became of a mail: sent, failed for now, or failed for good.
CREATE FUNCTION app.mail_done(mail_id uuid, what_failed text, for_good boolean) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE mail SET failure = what_failed, sent_at = CASE WHEN what_failed IS NULL THEN clock_timestamp() END,
      given_up_at = CASE WHEN what_failed IS NOT NULL AND for_good THEN clock_timestamp() END
   WHERE id = mail_id AND attempts > 0 AND sent_at IS NULL $$;

-- Removes what has had its time. A session lives twelve hours at most.
CREATE FUNCTION app.tidy() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE removed bigint;
BEGIN
  PERFORM app.worker_seen();
  WITH s AS (DELETE FROM session WHERE created_at < clock_timestamp() - interval '1 day' RETURNING 1),
    i AS (DELETE FROM invitation WHERE least(used_at, expires_at) < clock_timestamp() - interval '30 days' RETURNING 1),
    f AS (DELETE FROM failed_sign_in WHERE at < clock_timestamp() - interval '1 day' RETURNING 1),
    m AS (DELETE FROM mail WHERE created_at < clock_timestamp() - interval '30 days' RETURNING 1)
  SELECT count(*) INTO removed FROM (SELECT 1 FROM s UNION ALL SELECT 1 FROM i UNION ALL SELECT 1 FROM f UNION ALL SELECT 1 FROM m) gone;
  RETURN removed;
END $$;

-- How the notices are doing, in numbers: when a worker was last there, what is more than an hour late, what was given up in the last day.
CREATE FUNCTION app.notices_state() RETURNS TABLE (seen_at timestamptz, late int, given_up int) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT (SELECT w.seen_at FROM worker w),
    (SELECT count(*)::int FROM outbox o WHERE o.delivered_at IS NULL AND o.created_at < clock_timestamp() - interval '1 hour')
      + (SELECT count(*)::int FROM mail m JOIN account a ON a.id = m.account_id AND a.deactivated_at IS NULL
          WHERE m.sent_at IS NULL AND m.given_up_at IS NULL AND m.created_at < clock_timestamp() - interval '1 hour'),
    (SELECT count(*)::int FROM mail m WHERE m.given_up_at > clock_timestamp() - interval '1 day') $$;

-- Keeps the language in which this person reads, for their mail.
CREATE FUNCTION app.keep_language(hash text, chosen text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE account a SET language = chosen FROM session s WHERE s.id_hash = hash AND app.alive(s) AND a.id = s.account_id AND chosen IN ('nl', 'en') $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOR f IN SELECT unnest(ARRAY['app.worker_seen()', 'app.live(membership)', 'app.write_mail(text[], interval)', 'app.claim_mail(text[], interval)',
      'app.mail_done(uuid, text, boolean)', 'app.tidy()', 'app.notices_state()', 'app.keep_language(text, text)']::regprocedure[]) LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.claim_mail(text[], interval), app.mail_done(uuid, text, boolean), app.tidy(), app.notices_state() TO thuistafel_worker;
GRANT EXECUTE ON FUNCTION app.notices_state(), app.keep_language(text, text) TO thuistafel_app;
