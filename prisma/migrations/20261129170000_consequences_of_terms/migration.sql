-- A term that has passed can have a consequence by itself, where the covenant says so: a step of the process that is taken by a
-- system membership which reads of a case that it is there, and nothing else. docs/decisions/0037 says which, and why no others.

-- Each covenant that there is gets the membership; new ones have it from their file.
SET LOCAL ROLE thuistafel_kernel;
INSERT INTO membership (account_id, organisation_id, covenant_id, role, valid_from)
  SELECT m.account_id, m.organisation_id, m.covenant_id, 'terms', m.valid_from FROM membership m JOIN organisation o ON o.id = m.organisation_id
   WHERE o.kind = 'systeem' AND m.role = 'matching' AND m.ended_at IS NULL;
SELECT app.seat_member(m) FROM membership m WHERE m.role = 'terms';
RESET ROLE;

-- Whether this step follows now from a term: its covenant says so, the last day has passed, the clock runs, the subject is not
-- shielded, and on a day before this one it was told to whoever holds the task. Whoever asks, nothing less will do.
CREATE FUNCTION app.follows_term(s public.spine, wanted text) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT s.shield IS NULL AND EXISTS (SELECT 1 FROM policy_cause c JOIN turn t ON t.subject_id = s.id AND c.cause = 'term ' || t.task
      JOIN term_told x ON x.subject_id = t.subject_id AND x.task = t.task AND x.since = t.since AND x.due_on = t.due_on AND x.rung = 'announce' AND x.heard
      JOIN covenant_version v ON v.id = s.covenant_version_id
    WHERE c.kind = s.kind AND c.step = wanted AND t.paused_on IS NULL AND t.due_on < app.today()
      AND (x.told_at AT TIME ZONE 'Europe/Amsterdam')::date < app.today() AND v.rules #>> ARRAY['consequences', wanted] IS NOT NULL) $$;

-- As before; a step that follows from a term has no record as its cause.
CREATE OR REPLACE FUNCTION app.authorise_step(me public.membership, s public.spine, wanted text, caused_by uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE needs_cause boolean := EXISTS (SELECT 1 FROM policy_cause c WHERE c.kind = s.kind AND c.step = wanted);
BEGIN
  IF NOT EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
      WHERE r.subject_id = s.id AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id, me.id)
        AND g.role = me.role AND g.verb = 'take' AND g.object = wanted
        AND (r.until IS NULL OR r.until > clock_timestamp())
        AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id))) THEN
    RAISE EXCEPTION 'may not take %', wanted USING ERRCODE = '42501';
  END IF;
  IF needs_cause AND caused_by IS NULL AND app.follows_term(s, wanted) THEN RETURN; END IF;
  IF needs_cause IS DISTINCT FROM (caused_by IS NOT NULL) OR (needs_cause AND NOT EXISTS (
      SELECT 1 FROM journal j JOIN policy_cause c ON c.cause = j.step WHERE j.id = caused_by AND c.kind = s.kind AND c.step = wanted AND j.transaction_id = pg_current_xact_id()::text)) THEN
    RAISE EXCEPTION '% is a consequence', wanted USING ERRCODE = '42501';
  END IF;
END $$;

-- What the worker knows of a term in hand that can have a consequence: whose clocks run in the subject, what the covenant says, and when it
-- was told. No fact about a person. Null where nothing follows: then it is told of, and that is all.
CREATE FUNCTION app.term_at_stake(due uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT jsonb_build_object('spine', jsonb_build_object('id', s.id, 'kind', s.kind, 'stage', s.stage, 'version', s.version, 'covenantId', s.covenant_id, 'covenantVersionId', s.covenant_version_id),
      'task', t.task, 'dueOn', t.due_on, 'rules', v.rules, 'membershipId', m.id, 'organisationId', m.organisation_id,
      'announcedOn', (SELECT (x.told_at AT TIME ZONE 'Europe/Amsterdam')::date FROM term_told x
        WHERE x.subject_id = t.subject_id AND x.task = t.task AND x.since = t.since AND x.due_on = t.due_on AND x.rung = 'announce'),
      'turns', (SELECT jsonb_agg(jsonb_build_object('task', o.task, 'role', o.role, 'holderId', o.holder_id, 'since', o.since, 'dueOn', o.due_on, 'pausedOn', o.paused_on)) FROM turn o WHERE o.subject_id = s.id))
    FROM job j JOIN turn t ON t.subject_id = j.subject_id AND t.task = j.task AND t.paused_on IS NULL JOIN spine s ON s.id = t.subject_id AND s.shield IS NULL
      JOIN covenant_version v ON v.id = s.covenant_version_id JOIN policy_cause c ON c.kind = s.kind AND c.cause = 'term ' || t.task AND v.rules #>> ARRAY['consequences', c.step] IS NOT NULL
      JOIN membership m ON m.covenant_id = s.covenant_id AND m.role = 'terms' AND m.ended_at IS NULL
   WHERE j.id = due AND j.kind = 'term' $$;

-- Tells whoever holds the task, and who stands in, that it has a consequence soon. It counts as told once somebody was there to hear it.
CREATE FUNCTION app.announce_consequence(due uuid, seen jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE t turn;
BEGIN
  SELECT x.* INTO t FROM turn x JOIN job j ON j.subject_id = x.subject_id AND j.task = x.task
   WHERE j.id = due AND x.since = (seen->>'since')::date AND x.due_on = (seen->>'dueOn')::date AND x.paused_on IS NULL FOR UPDATE OF x;
  IF t.id IS NULL OR app.term_at_stake(due) IS NULL OR EXISTS (SELECT 1 FROM term_told x
      WHERE x.subject_id = t.subject_id AND x.task = t.task AND x.since = t.since AND x.due_on = t.due_on AND x.rung = 'announce') THEN RETURN false; END IF;
  INSERT INTO outbox (covenant_id, subject_id, subject_kind, step, task, rung, role, holder_id, created_at)
    SELECT DISTINCT t.covenant_id, t.subject_id, t.subject_kind, 'consequenceNear', t.task, 'announce', m.role, m.organisation_id, statement_timestamp()
      FROM membership m WHERE m.covenant_id = t.covenant_id AND m.role = t.role AND m.organisation_id = t.holder_id AND app.live(m) AND app.may(m, 'read', '{spine}', t.subject_id);
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO term_told (subject_id, covenant_id, task, since, due_on, rung, heard, told_at) VALUES (t.subject_id, t.covenant_id, t.task, t.since, t.due_on, 'announce', true, clock_timestamp());
  PERFORM pg_notify('live', jsonb_build_object('subject', t.subject_id, 'covenant', t.covenant_id)::text);
  RETURN true;
END $$;

-- Takes the step that follows the term in hand, as the system membership of its covenant: the only step that the worker can take, and
-- only one that changes no stage, brings nobody in and lets nobody go but who was asked to take over. False where something changed since it was looked at.
CREATE FUNCTION app.take_consequence(due uuid, seen jsonb, taken jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE t turn;
BEGIN
  SELECT x.* INTO t FROM job j JOIN turn x ON x.subject_id = j.subject_id AND x.task = j.task WHERE j.id = due AND x.since = (seen->>'since')::date AND x.due_on = (seen->>'dueOn')::date;
  IF t.id IS NULL OR app.term_at_stake(due) IS NULL THEN RETURN false; END IF;
  IF t.subject_id <> (taken->>'subjectId')::uuid OR taken->>'to' <> taken->>'from' OR taken->'relate' <> '[]' OR NOT taken->'release' <@ '["nextProvider", "nextGemeente"]'
    OR NOT taken->'closes' ? t.task OR NOT EXISTS (SELECT 1 FROM policy_cause c WHERE c.kind = t.subject_kind AND c.step = taken->>'step' AND c.cause = 'term ' || t.task) THEN
    RAISE EXCEPTION 'does not follow from this term' USING ERRCODE = '42501'; END IF;
  PERFORM set_config('app.membership', app.term_at_stake(due)->>'membershipId', true);
  PERFORM app.record_step(taken);
  PERFORM set_config('app.membership', '', true);
  RETURN true;
EXCEPTION WHEN SQLSTATE 'TT001' THEN RETURN false;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.follows_term(public.spine, text)', 'app.authorise_step(public.membership, public.spine, text, uuid)', 'app.term_at_stake(uuid)', 'app.announce_consequence(uuid, jsonb)', 'app.take_consequence(uuid, jsonb, jsonb)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.term_at_stake(uuid), app.announce_consequence(uuid, jsonb), app.take_consequence(uuid, jsonb, jsonb) TO thuistafel_worker;
