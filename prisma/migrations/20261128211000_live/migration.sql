-- Open screens hear that something changed: docs/decisions/0018. What is said holds ids and no more, for every role that
-- can sign in to this database can listen. It is said when the transaction commits, and never when it is rolled back.

-- A subject moved by a step, or an offer that became guarded with its case. What is laid in bulk is inserted, and says nothing.
CREATE FUNCTION app.say_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('live', jsonb_build_object('subject', NEW.id, 'covenant', NEW.covenant_id)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER moved AFTER UPDATE ON spine FOR EACH ROW
  WHEN ((NEW.version, NEW.shield) IS DISTINCT FROM (OLD.version, OLD.shield)) EXECUTE FUNCTION app.say_changed();

-- The access of an account may have ended: whoever keeps a stream open for it asks how its sessions are.
CREATE FUNCTION app.say_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM pg_notify('live', jsonb_build_object('account', to_jsonb(NEW)->>CASE TG_TABLE_NAME WHEN 'account' THEN 'id' ELSE 'account_id' END)::text);
  RETURN NULL;
END $$;
CREATE TRIGGER session_ended AFTER UPDATE ON session FOR EACH ROW
  WHEN ((NEW.ended_at, NEW.membership_id) IS DISTINCT FROM (OLD.ended_at, OLD.membership_id)) EXECUTE FUNCTION app.say_ended();
CREATE TRIGGER membership_ended AFTER UPDATE ON membership FOR EACH ROW
  WHEN ((NEW.ended_at, NEW.valid_until) IS DISTINCT FROM (OLD.ended_at, OLD.valid_until)) EXECUTE FUNCTION app.say_ended();
CREATE TRIGGER account_closed AFTER UPDATE ON account FOR EACH ROW
  WHEN (NEW.deactivated_at IS DISTINCT FROM OLD.deactivated_at) EXECUTE FUNCTION app.say_ended();

-- The same as session_of, without prolonging it: for what a browser asks by itself, with nobody at it.
CREATE FUNCTION app.session_at_rest(hash text) RETURNS TABLE (account_id uuid, account_name text, membership_id uuid, role text, organisation_id uuid, organisation_name text, organisation_kind text, covenant_id uuid, covenant_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY SELECT a.id, a.name, m.id, m.role, o.id, o.name, o.kind, c.id, c.name
    FROM session s JOIN account a ON a.id = s.account_id
    LEFT JOIN membership m ON m.id = s.membership_id AND app.in_force(m)
    LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN covenant c ON c.id = m.covenant_id
   WHERE s.id_hash = hash AND app.alive(s);
END $$;

-- How these sessions are: in which membership each of them lives, and of one that does not whether somebody ended it or it
-- only rested too long. One that is not in the answer is no session.
CREATE FUNCTION app.sessions_at_rest(hashes text[]) RETURNS TABLE (hash text, membership_id uuid, ended boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY SELECT s.id_hash, CASE WHEN app.alive(s) AND app.in_force(m) THEN m.id END,
      s.ended_at IS NOT NULL OR a.deactivated_at IS NOT NULL OR NOT coalesce(app.in_force(m), true)
    FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN membership m ON m.id = s.membership_id
   WHERE s.id_hash = ANY (hashes);
END $$;

-- Which of these people sees which of these subjects, pair by pair, and at what version: the sentence of the policy of spine,
-- asked for everyone who keeps a page open in one question instead of a transaction for each of them.
CREATE FUNCTION app.versions_for(members uuid[], subjects uuid[]) RETURNS TABLE (member uuid, subject uuid, version int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
BEGIN
  RETURN QUERY SELECT m.id, s.id, s.version FROM unnest(members, subjects) AS asked(who, what)
      JOIN membership m ON m.id = asked.who JOIN spine s ON s.id = asked.what
    WHERE app.live(m) AND app.may(m, 'read', ARRAY['spine'], s.id);
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.say_changed()', 'app.say_ended()', 'app.session_at_rest(text)', 'app.sessions_at_rest(text[])', 'app.versions_for(uuid[], uuid[])']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.session_at_rest(text), app.sessions_at_rest(text[]), app.versions_for(uuid[], uuid[]) TO thuistafel_app;
