-- People's access: given, changed and ended by the administrator of their organisation, as steps like any other.
-- docs/decisions/0012 says why a membership is a subject, and what the database itself refuses.

ALTER TABLE "membership" ADD COLUMN "valid_until" DATE;
DROP INDEX "membership_account_id_organisation_id_covenant_id_role_key";
-- A role once at a time; after its end it can be given anew.
CREATE UNIQUE INDEX one_live_membership ON membership (account_id, organisation_id, covenant_id, role) WHERE ended_at IS NULL;

CREATE TABLE "membership_seat" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "until" DATE,
    "stands_in_for" UUID,
    CONSTRAINT "membership_seat_pkey" PRIMARY KEY ("subject_id")
);
CREATE TABLE "membership_link" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "nonce" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    CONSTRAINT "membership_link_pkey" PRIMARY KEY ("subject_id")
);
CREATE TABLE "membership_ending" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT,
    CONSTRAINT "membership_ending_pkey" PRIMARY KEY ("subject_id")
);
ALTER TABLE "membership_seat" ADD CONSTRAINT "membership_seat_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "membership_link" ADD CONSTRAINT "membership_link_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "membership_ending" ADD CONSTRAINT "membership_ending_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('seat', 'membership_seat', 'subject_id', false);
SELECT app.protect('link', 'membership_link', 'subject_id', false);
SELECT app.protect('ending', 'membership_ending', 'subject_id', false);

-- ── A membership counts between its first and its last day ────────────────────────────────────────────────

-- The day it is in the Netherlands, whatever the zone of the server.
CREATE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$ SELECT (clock_timestamp() AT TIME ZONE 'Europe/Amsterdam')::date $$;

CREATE FUNCTION app.in_force(m public.membership) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT m.ended_at IS NULL AND m.valid_from <= app.today() AND (m.valid_until IS NULL OR m.valid_until >= app.today()) $$;

CREATE OR REPLACE FUNCTION app.actor() RETURNS public.membership LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership; today date := app.today();
BEGIN
  SELECT m.* INTO me FROM membership m JOIN account a ON a.id = m.account_id
   WHERE m.id = app.membership() AND m.ended_at IS NULL AND m.valid_from <= today AND (m.valid_until IS NULL OR m.valid_until >= today) AND a.deactivated_at IS NULL
     AND EXISTS (SELECT 1 FROM covenant_party p WHERE p.covenant_id = m.covenant_id AND p.organisation_id = m.organisation_id
       AND p.valid_from <= today AND (p.valid_until IS NULL OR p.valid_until >= today));
  RETURN me;
END $$;

-- Whoever gets mail: the same conditions.
CREATE OR REPLACE FUNCTION app.live(m public.membership) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT app.in_force(m) AND EXISTS (SELECT 1 FROM account a WHERE a.id = m.account_id AND a.deactivated_at IS NULL)
    AND EXISTS (SELECT 1 FROM covenant_party p WHERE p.covenant_id = m.covenant_id AND p.organisation_id = m.organisation_id
      AND p.valid_from <= app.today() AND (p.valid_until IS NULL OR p.valid_until >= app.today())) $$;

CREATE OR REPLACE FUNCTION app.demo_people() RETURNS TABLE (account_id uuid, name text, role text, organisation text, covenant text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, a.name, m.role, o.name, c.name FROM account a JOIN membership m ON m.account_id = a.id
    JOIN organisation o ON o.id = m.organisation_id JOIN covenant c ON c.id = m.covenant_id
   WHERE a.fictional AND app.in_force(m) AND o.kind <> 'systeem' AND EXISTS (SELECT 1 FROM installation WHERE demo)
   ORDER BY c.name DESC, o.name, m.role, a.name $$;

CREATE OR REPLACE FUNCTION app.open_session(hash text, account uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO session (id_hash, account_id, membership_id, created_at, seen_at)
  SELECT hash, account, (SELECT CASE WHEN count(*) = 1 THEN (array_agg(m.id))[1] END FROM membership m WHERE m.account_id = account AND app.in_force(m)), clock_timestamp(), clock_timestamp() $$;

CREATE OR REPLACE FUNCTION app.session_of(hash text) RETURNS TABLE (account_id uuid, account_name text, membership_id uuid, role text, organisation_id uuid, organisation_name text, organisation_kind text, covenant_id uuid, covenant_name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE session s SET seen_at = clock_timestamp() WHERE s.id_hash = hash AND s.seen_at < clock_timestamp() - interval '1 minute' AND app.alive(s);
  RETURN QUERY SELECT a.id, a.name, m.id, m.role, o.id, o.name, o.kind, c.id, c.name
    FROM session s JOIN account a ON a.id = s.account_id
    LEFT JOIN membership m ON m.id = s.membership_id AND app.in_force(m)
    LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN covenant c ON c.id = m.covenant_id
   WHERE s.id_hash = hash AND app.alive(s);
END $$;

CREATE OR REPLACE FUNCTION app.memberships_of(hash text) RETURNS TABLE (id uuid, role text, organisation text, organisation_kind text, covenant text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.id, m.role, o.name, o.kind, c.name FROM session s JOIN membership m ON m.account_id = s.account_id
    JOIN organisation o ON o.id = m.organisation_id JOIN covenant c ON c.id = m.covenant_id
   WHERE s.id_hash = hash AND app.alive(s) AND app.in_force(m) ORDER BY c.name, o.name, m.role $$;

CREATE OR REPLACE FUNCTION app.choose_membership(hash text, chosen uuid) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH done AS (UPDATE session s SET membership_id = chosen WHERE s.id_hash = hash AND app.alive(s)
    AND EXISTS (SELECT 1 FROM membership m WHERE m.id = chosen AND m.account_id = s.account_id AND app.in_force(m)) RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM done) $$;

-- ── What a step on a membership brings about ──────────────────────────────────────────────────────────────
-- Row-level security lets only the administrator of that organisation write these rows; what follows from them is done here,
-- so that nobody's access changes without its record, and no record stands without its effect.

-- Which roles a kind of organisation can give: synced from the code, like the grants.
CREATE TABLE "policy_role" ("role" TEXT NOT NULL, "organisation_kind" TEXT NOT NULL, CONSTRAINT "policy_role_pkey" PRIMARY KEY ("role", "organisation_kind"));
SELECT app.protect_derived('policy_role', 'true');

-- Whether everything that this account can do now, it does for this one organisation.
CREATE FUNCTION app.only_here(account uuid, organisation uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT NOT EXISTS (SELECT 1 FROM membership m WHERE m.account_id = account AND m.organisation_id <> organisation AND m.ended_at IS NULL) $$;

CREATE FUNCTION app.seat_given() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); who account;
BEGIN
  -- Loaded with a covenant, by nobody: then the membership is there already.
  IF me.id IS NULL THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT 1 FROM policy_role p JOIN organisation o ON o.kind = p.organisation_kind WHERE o.id = me.organisation_id AND p.role = NEW.role) THEN
    RAISE EXCEPTION 'no such role here' USING ERRCODE = '42501';
  END IF;
  SELECT * INTO who FROM account a WHERE lower(a.email) = lower(NEW.email);
  IF who.id = me.account_id THEN RAISE EXCEPTION 'not to yourself' USING ERRCODE = 'TT005'; END IF;
  IF who.deactivated_at IS NOT NULL THEN RAISE EXCEPTION 'account closed' USING ERRCODE = 'TT006'; END IF;
  IF who.id IS NULL THEN
    INSERT INTO account (name, email, fictional) VALUES (NEW.name, lower(NEW.email), coalesce((SELECT demo FROM installation), false)) RETURNING * INTO who;
  END IF;
  INSERT INTO membership (id, account_id, organisation_id, covenant_id, role, valid_from, valid_until)
  VALUES (NEW.subject_id, who.id, me.organisation_id, me.covenant_id, NEW.role, NEW.since, NEW.until);
  RETURN NEW;
END $$;
CREATE TRIGGER given AFTER INSERT ON membership_seat FOR EACH ROW EXECUTE FUNCTION app.seat_given();

CREATE FUNCTION app.seat_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (NEW.name, NEW.email, NEW.role, NEW.since) IS DISTINCT FROM (OLD.name, OLD.email, OLD.role, OLD.since) THEN
    RAISE EXCEPTION 'only the last day of a seat can change' USING ERRCODE = '42501';
  END IF;
  UPDATE membership SET valid_until = NEW.until WHERE id = NEW.subject_id;
  PERFORM app.keep_an_administrator(NEW.subject_id);
  RETURN NEW;
END $$;
CREATE TRIGGER changed AFTER UPDATE ON membership_seat FOR EACH ROW EXECUTE FUNCTION app.seat_changed();

-- A link is a way in: it is made only for who works nowhere else, or for who has no way in at all yet.
CREATE FUNCTION app.link_made() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE m membership; opening boolean; known boolean;
BEGIN
  SELECT * INTO m FROM membership WHERE id = NEW.subject_id;
  IF m.id IS NULL THEN RETURN NEW; END IF;
  opening := (SELECT s.stage = 'new' FROM spine s WHERE s.id = NEW.subject_id);
  known := (SELECT a.password_hash IS NOT NULL FROM account a WHERE a.id = m.account_id);
  IF opening AND (known OR NOT app.only_here(m.account_id, m.organisation_id)) THEN RETURN NEW; END IF;
  IF NOT app.only_here(m.account_id, m.organisation_id) THEN RAISE EXCEPTION 'works elsewhere too' USING ERRCODE = 'TT007'; END IF;
  DELETE FROM invitation WHERE account_id = m.account_id AND used_at IS NULL;
  INSERT INTO invitation (token_hash, account_id, expires_at) VALUES (NEW.hash, m.account_id, clock_timestamp() + interval '7 days');
  RETURN NEW;
END $$;
CREATE TRIGGER made AFTER INSERT OR UPDATE ON membership_link FOR EACH ROW EXECUTE FUNCTION app.link_made();

-- Somebody must be left who can let people in: two administrators who end each other at once wait for one another here.
CREATE FUNCTION app.keep_an_administrator(changed uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE m membership;
BEGIN
  SELECT * INTO m FROM membership WHERE id = changed;
  IF m.role IS DISTINCT FROM 'organisationAdmin' THEN RETURN; END IF;
  PERFORM 1 FROM organisation WHERE id = m.organisation_id FOR UPDATE;
  IF NOT EXISTS (SELECT 1 FROM membership o JOIN account a ON a.id = o.account_id WHERE o.organisation_id = m.organisation_id AND o.covenant_id = m.covenant_id
      AND o.role = 'organisationAdmin' AND app.in_force(o) AND o.valid_until IS NULL AND a.deactivated_at IS NULL) THEN
    RAISE EXCEPTION 'the last administrator' USING ERRCODE = 'TT008';
  END IF;
END $$;

CREATE FUNCTION app.access_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE membership SET ended_at = clock_timestamp() WHERE id = NEW.subject_id AND ended_at IS NULL;
  UPDATE session SET ended_at = clock_timestamp() WHERE membership_id = NEW.subject_id AND ended_at IS NULL;
  PERFORM app.keep_an_administrator(NEW.subject_id);
  RETURN NEW;
END $$;
CREATE TRIGGER ended AFTER INSERT ON membership_ending FOR EACH ROW EXECUTE FUNCTION app.access_ended();

-- How far someone is with signing in, for who may make their link.
CREATE FUNCTION app.way_in(wanted uuid) RETURNS TABLE (has_password boolean, only_here boolean, link_until timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.password_hash IS NOT NULL, app.only_here(a.id, m.organisation_id),
    (SELECT i.expires_at FROM invitation i JOIN membership_link l ON l.hash = i.token_hash WHERE l.subject_id = wanted AND i.used_at IS NULL AND i.expires_at > clock_timestamp())
  FROM membership m JOIN account a ON a.id = m.account_id
  WHERE m.id = wanted AND app.may(app.actor(), 'read', ARRAY['link'], wanted) $$;

-- ── Subjects for the memberships that came with the covenant ──────────────────────────────────────────────

-- A region may open more than 9,999 cases in a year: their numbers have at least four digits, not at most.
CREATE FUNCTION app.next_number(wanted_kind text, in_covenant uuid, opened date) RETURNS text LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE n int; y int := extract(year FROM opened);
BEGIN
  INSERT INTO counter AS c (covenant_id, kind, year, last) VALUES (in_covenant, wanted_kind, y, 1)
    ON CONFLICT (covenant_id, kind, year) DO UPDATE SET last = c.last + 1 RETURNING last INTO n;
  RETURN (SELECT c.prefix FROM covenant c WHERE c.id = in_covenant) || '-'
    || CASE wanted_kind WHEN 'dwelling' THEN 'W' WHEN 'offer' THEN 'A' WHEN 'tafel' THEN 'T' WHEN 'membership' THEN 'M' ELSE '' END
    || to_char(y % 100, 'FM00') || '-' || lpad(n::text, greatest(4, length(n::text)), '0');
END $$;

CREATE OR REPLACE FUNCTION app.open_subject(wanted_kind text, opened date) RETURNS TABLE (id uuid, number text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); s spine;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM policy_grant g WHERE g.kind = wanted_kind AND g.role = me.role AND g.verb = 'take' AND g.stage = 'new') THEN
    RAISE EXCEPTION 'may not open a %', wanted_kind USING ERRCODE = 'TT002';
  END IF;
  s.id := gen_random_uuid(); s.kind := wanted_kind; s.covenant_id := me.covenant_id; s.stage := 'new'; s.version := 0; s.opened_on := opened;
  s.number := app.next_number(wanted_kind, me.covenant_id, opened);
  SELECT v.id INTO s.covenant_version_id FROM covenant_version v WHERE v.covenant_id = me.covenant_id AND v.valid_from <= opened ORDER BY v.number DESC LIMIT 1;
  IF s.covenant_version_id IS NULL THEN RAISE EXCEPTION 'no covenant version on %', opened USING ERRCODE = 'TT004'; END IF;
  IF wanted_kind = 'case' THEN
    s.person_id := gen_random_uuid(); s.household_id := gen_random_uuid();
    INSERT INTO person (id) VALUES (s.person_id); INSERT INTO household (id) VALUES (s.household_id);
  END IF;
  INSERT INTO spine SELECT s.*;
  INSERT INTO relation (subject_id, holder_id, relation, part, subject_kind, covenant_id, number, stage, person_id, household_id)
  VALUES (s.id, me.organisation_id, 'ours', 'opener', s.kind, s.covenant_id, s.number, s.stage, s.person_id, s.household_id),
         (s.id, s.covenant_id, 'any', 'covenant', s.kind, s.covenant_id, s.number, s.stage, s.person_id, s.household_id);
  RETURN QUERY SELECT s.id, s.number;
END $$;

-- Gives a membership that was loaded with a covenant its subject; nothing when it has one.
CREATE FUNCTION app.seat_member(m public.membership) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE s spine;
BEGIN
  IF EXISTS (SELECT 1 FROM spine WHERE spine.id = m.id) OR (SELECT o.kind = 'systeem' FROM organisation o WHERE o.id = m.organisation_id) THEN RETURN; END IF;
  s.id := m.id; s.kind := 'membership'; s.covenant_id := m.covenant_id; s.version := 0; s.opened_on := m.valid_from;
  s.stage := CASE WHEN m.ended_at IS NULL THEN 'active' ELSE 'ended' END;
  s.number := app.next_number('membership', m.covenant_id, m.valid_from);
  SELECT v.id INTO s.covenant_version_id FROM covenant_version v WHERE v.covenant_id = m.covenant_id ORDER BY v.number LIMIT 1;
  INSERT INTO spine SELECT s.*;
  INSERT INTO relation (subject_id, holder_id, relation, part, subject_kind, covenant_id, number, stage)
  VALUES (s.id, m.organisation_id, 'ours', 'opener', s.kind, s.covenant_id, s.number, s.stage), (s.id, m.covenant_id, 'any', 'covenant', s.kind, s.covenant_id, s.number, s.stage);
  INSERT INTO membership_seat (subject_id, covenant_id, name, email, role, since, until)
    SELECT m.id, m.covenant_id, a.name, a.email, m.role, m.valid_from, m.valid_until FROM account a WHERE a.id = m.account_id;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'app'
      AND p.proname IN ('today', 'in_force', 'only_here', 'seat_given', 'seat_changed', 'link_made', 'keep_an_administrator', 'access_ended', 'way_in', 'next_number', 'seat_member') LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
-- Whether someone acts today is asked in one way, also by the lists of who does.
GRANT EXECUTE ON FUNCTION app.way_in(uuid), app.live(membership), app.in_force(membership), app.today() TO thuistafel_app;

SET LOCAL ROLE thuistafel_kernel;
SELECT app.seat_member(m) FROM membership m;
RESET ROLE;
