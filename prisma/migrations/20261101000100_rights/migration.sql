-- Rights. Read from top to bottom: who the roles are, what "the actor" is, how a compartment is protected,
-- and the few functions through which derived rows change. docs/decisions/0003 and 0004 say why.

DO $$ BEGIN CREATE ROLE thuistafel_kernel NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE thuistafel_app NOLOGIN NOSUPERUSER NOBYPASSRLS; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN EXECUTE format('GRANT thuistafel_kernel TO %I', current_user); EXCEPTION WHEN OTHERS THEN
  IF NOT pg_has_role(current_user, 'thuistafel_kernel', 'MEMBER') THEN RAISE; END IF; END $$;

CREATE SCHEMA app;
REVOKE ALL ON SCHEMA app FROM PUBLIC;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA app, public TO thuistafel_app;
GRANT USAGE, CREATE ON SCHEMA app TO thuistafel_kernel;
GRANT USAGE ON SCHEMA public TO thuistafel_kernel;

-- ── The actor ─────────────────────────────────────────────────────────────────────────────────────────────
-- A transaction sets one value: the membership it acts in. After a transaction the setting is '', not null.

CREATE FUNCTION app.membership() RETURNS uuid LANGUAGE sql STABLE
  RETURN nullif(current_setting('app.membership', true), '')::uuid;

-- In plpgsql, whose plans are kept: these are asked in every query.
CREATE FUNCTION app.actor() RETURNS public.membership LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership;
BEGIN
  SELECT m.* INTO me FROM membership m JOIN account a ON a.id = m.account_id
   WHERE m.id = app.membership() AND m.ended_at IS NULL AND m.valid_from <= current_date AND a.deactivated_at IS NULL
     AND EXISTS (SELECT 1 FROM covenant_party p WHERE p.covenant_id = m.covenant_id AND p.organisation_id = m.organisation_id
       AND p.valid_from <= current_date AND (p.valid_until IS NULL OR p.valid_until >= current_date));
  RETURN me;
END $$;
CREATE FUNCTION app.role() RETURNS text LANGUAGE sql STABLE AS $$ SELECT (app.actor()).role $$;
CREATE FUNCTION app.organisation() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT (app.actor()).organisation_id $$;
CREATE FUNCTION app.covenant() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT (app.actor()).covenant_id $$;

-- Whether this person's last word to the actor's organisation about this category was yes.
CREATE FUNCTION app.consented(person uuid, wanted text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
DECLARE me membership := app.actor();
BEGIN
  RETURN coalesce((SELECT c.given FROM case_consents c
    WHERE c.person_id = person AND c.recipient = me.organisation_id AND c.category = wanted ORDER BY c.seq DESC LIMIT 1), false);
END $$;

-- ── How tables are protected ──────────────────────────────────────────────────────────────────────────────

-- Derived and master tables: the kernel writes them, the app reads what a policy lets it.
CREATE FUNCTION app.protect_derived(t text, reading text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
  EXECUTE format('CREATE POLICY kernel ON %I TO thuistafel_kernel USING (true) WITH CHECK (true)', t);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO thuistafel_kernel', t);
  IF reading <> '' THEN
    EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO thuistafel_app USING (%s)', t, reading);
    EXECUTE format('GRANT SELECT ON %I TO thuistafel_app', t);
  END IF;
END $$;

-- The one sentence of the policy: some relation of the actor to the subject has a grant for one of these, at its stage.
-- A subject is found by its own key or by that of the person or household behind it; each is one probe of an index.
-- One plan for all questions: planning each of them anew takes ten times as long as answering it.
CREATE FUNCTION app.may(me public.membership, wanted text, objects text[], subject uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE r.subject_id = subject AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id)
      AND g.role = me.role AND g.verb = wanted AND g.object = ANY (objects) AND (g.needs = '' OR app.consented(r.person_id, g.needs)));
END $$;
CREATE FUNCTION app.may_of_person(me public.membership, wanted text, objects text[], person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM relation r WHERE r.person_id = person AND r.covenant_id = me.covenant_id
    AND r.holder_id IN (me.organisation_id, me.covenant_id) AND app.may(me, wanted, objects, r.subject_id));
END $$;
CREATE FUNCTION app.may_of_household(me public.membership, wanted text, objects text[], household uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM relation r WHERE r.household_id = household AND r.covenant_id = me.covenant_id
    AND r.holder_id IN (me.organisation_id, me.covenant_id) AND app.may(me, wanted, objects, r.subject_id));
END $$;

-- The condition of a policy, as text. The actor is looked up once for a query, not once for a row.
CREATE FUNCTION app.condition(verb text, objects text, key text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('app.%s((SELECT app.actor()), %L, %s, %I)',
    CASE key WHEN 'person_id' THEN 'may_of_person' WHEN 'household_id' THEN 'may_of_household' ELSE 'may' END, verb, objects, key) $$;

CREATE FUNCTION app.protect(object text, t text, key text, many boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE reads text := app.condition('read', format('ARRAY[%L]', object), key); writes text := app.condition('write', format('ARRAY[%L]', object), key);
BEGIN
  PERFORM app.protect_derived(t, '');
  EXECUTE format('CREATE POLICY readable ON %I FOR SELECT TO thuistafel_app USING (%s)', t, reads);
  IF many THEN
    -- Append-only; nobody writes a row in another organisation's name.
    EXECUTE format('CREATE POLICY writable ON %I FOR INSERT TO thuistafel_app WITH CHECK (organisation_id = (SELECT app.organisation()) AND %s)', t, writes);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO thuistafel_app', t);
    EXECUTE format('GRANT USAGE ON SEQUENCE %I TO thuistafel_app', t || '_seq_seq');
  ELSE
    EXECUTE format('CREATE POLICY insertable ON %I FOR INSERT TO thuistafel_app WITH CHECK (%s)', t, writes);
    EXECUTE format('CREATE POLICY writable ON %I FOR UPDATE TO thuistafel_app USING (%s) WITH CHECK (%s)', t, writes, writes);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO thuistafel_app', t);
  END IF;
END $$;

-- Agreements and directory: readable by whoever acts in the covenant.
SELECT app.protect_derived('organisation', 'EXISTS (SELECT 1 FROM covenant_party p WHERE p.organisation_id = organisation.id)');
SELECT app.protect_derived('covenant', 'id = (SELECT app.covenant())');
SELECT app.protect_derived('covenant_version', 'covenant_id = (SELECT app.covenant())');
SELECT app.protect_derived('covenant_party', 'covenant_id = (SELECT app.covenant())');
SELECT app.protect_derived('mandate', 'covenant_id = (SELECT app.covenant())');
SELECT app.protect_derived('membership', 'covenant_id = (SELECT app.covenant())');
SELECT app.protect_derived('account', 'EXISTS (SELECT 1 FROM membership m WHERE m.account_id = account.id)');
SELECT app.protect_derived('norm', 'true');
SELECT app.protect_derived('code', 'true');
SELECT app.protect_derived('policy_grant', 'true');
SELECT app.protect_derived('policy_cause', 'true');
SELECT app.protect_derived('installation', 'true');
-- Read and written only by the functions below.
SELECT app.protect_derived('session', '');
SELECT app.protect_derived('invitation', '');
SELECT app.protect_derived('failed_sign_in', '');
SELECT app.protect_derived('person', '');
SELECT app.protect_derived('household', '');
SELECT app.protect_derived('counter', '');
SELECT app.protect_derived('chain', '');
-- A hash of a password is nobody's to read.
REVOKE SELECT ON account FROM thuistafel_app;
GRANT SELECT (id, name, email, fictional, deactivated_at) ON account TO thuistafel_app;

-- A relation shows a number and a stage: it is for whoever reads the spine by it. Of a subject that is being opened, for its opener.
SELECT app.protect_derived('relation', $p$covenant_id = (SELECT app.covenant()) AND ((stage = 'new' AND holder_id = (SELECT app.organisation()))
  OR (holder_id IN ((SELECT app.organisation()), (SELECT app.covenant())) AND (subject_kind, stage, relation) IN
    (SELECT g.kind, g.stage, g.relation FROM policy_grant g WHERE g.role = (SELECT app.role()) AND g.verb = 'read' AND g.object = 'spine')))$p$);

-- The spine and what hangs on it, by the readers of `spine`.
SELECT app.protect_derived('spine', app.condition('read', 'ARRAY[''spine'']', 'id'));
SELECT app.protect_derived('party', app.condition('read', 'CASE subject_kind WHEN ''case'' THEN ARRAY[''parties''] ELSE ARRAY[''spine''] END', 'subject_id'));
SELECT app.protect_derived('turn', '(holder_id = (SELECT app.organisation()) AND role = (SELECT app.role()) AND covenant_id = (SELECT app.covenant())) OR '
  || app.condition('read', 'ARRAY[''spine'']', 'subject_id'));
SELECT app.protect_derived('outbox', 'holder_id = (SELECT app.organisation()) AND role = (SELECT app.role()) AND covenant_id = (SELECT app.covenant())');
-- The timeline: a step is told to whoever may read something of what it wrote. The privacy officer reads the organisation's own chain.
SELECT app.protect_derived('journal', '(kind = ''step'' AND ' || app.condition('read', 'CASE WHEN shown = ''{}'' THEN ''{spine}''::text[] ELSE shown END', 'subject_id')
  || ') OR (organisation_id = (SELECT app.organisation()) AND covenant_id = (SELECT app.covenant()) AND (SELECT app.role()) = ''privacyOfficer'')');
REVOKE UPDATE, DELETE ON journal FROM thuistafel_kernel;

-- Every compartment, with the column that says whose it is.
SELECT app.protect('identity', 'case_identity', 'person_id', false);
SELECT app.protect('contact', 'case_contact', 'person_id', false);
SELECT app.protect('bsn', 'case_bsn', 'person_id', false);
SELECT app.protect('consents', 'case_consents', 'person_id', true);
SELECT app.protect('initials', 'case_initials', 'subject_id', false);
SELECT app.protect('parties', 'case_parties', 'subject_id', false);
SELECT app.protect('stay', 'case_stay', 'subject_id', false);
SELECT app.protect('readiness', 'case_readiness', 'subject_id', false);
SELECT app.protect('household', 'case_household', 'household_id', false);
SELECT app.protect('residence', 'case_residence', 'subject_id', false);
SELECT app.protect('binding', 'case_binding', 'subject_id', false);
SELECT app.protect('income', 'case_income', 'subject_id', false);
SELECT app.protect('debts', 'case_debts', 'subject_id', false);
SELECT app.protect('bewind', 'case_bewind', 'subject_id', false);
SELECT app.protect('health', 'case_health', 'subject_id', false);
SELECT app.protect('addictionSummary', 'case_addiction_summary', 'subject_id', false);
SELECT app.protect('zrm', 'case_zrm', 'subject_id', true);
SELECT app.protect('support', 'case_support', 'subject_id', false);
SELECT app.protect('relapsePlan', 'case_relapse_plan', 'subject_id', false);
SELECT app.protect('housingHistory', 'case_housing_history', 'subject_id', true);
SELECT app.protect('criminal', 'case_criminal', 'subject_id', false);
SELECT app.protect('safety', 'case_safety', 'subject_id', false);
SELECT app.protect('exclusions', 'case_exclusions', 'subject_id', true);
SELECT app.protect('exclusionReasons', 'case_exclusion_reasons', 'subject_id', true);
SELECT app.protect('network', 'case_network', 'subject_id', true);
SELECT app.protect('costs', 'case_costs', 'subject_id', false);
SELECT app.protect('profile', 'case_profile', 'subject_id', false);
SELECT app.protect('supportSummary', 'case_support_summary', 'subject_id', false);
SELECT app.protect('landlordSummary', 'case_landlord_summary', 'subject_id', false);
SELECT app.protect('incomeClass', 'case_income_class', 'subject_id', false);
SELECT app.protect('debtSummary', 'case_debt_summary', 'subject_id', false);
SELECT app.protect('relapseSummary', 'case_relapse_summary', 'subject_id', false);
SELECT app.protect('safetyFlag', 'case_safety_flag', 'subject_id', false);
SELECT app.protect('intakeCheck', 'case_intake_check', 'subject_id', true);
SELECT app.protect('agenda', 'case_agenda', 'subject_id', false);
SELECT app.protect('decision', 'case_decision', 'subject_id', false);
SELECT app.protect('tafelNotes', 'case_tafel_notes', 'subject_id', false);
SELECT app.protect('offerLog', 'case_offer_log', 'subject_id', true);
SELECT app.protect('tenancy', 'case_tenancy', 'subject_id', false);
SELECT app.protect('placement', 'case_placement', 'subject_id', false);
SELECT app.protect('signatures', 'case_signatures', 'subject_id', true);
SELECT app.protect('plan', 'case_plan', 'subject_id', false);
SELECT app.protect('guidance', 'case_guidance', 'subject_id', false);
SELECT app.protect('guidanceSummary', 'case_guidance_summary', 'subject_id', false);
SELECT app.protect('visits', 'case_visits', 'subject_id', true);
SELECT app.protect('visitNotes', 'case_visit_notes', 'subject_id', true);
SELECT app.protect('signals', 'case_signals', 'subject_id', true);
SELECT app.protect('signalAnswers', 'case_signal_answers', 'subject_id', true);
SELECT app.protect('arrears', 'case_arrears', 'subject_id', true);
SELECT app.protect('arrearsSignal', 'case_arrears_signal', 'subject_id', true);
SELECT app.protect('supportChanges', 'case_support_changes', 'subject_id', true);
SELECT app.protect('evaluations', 'case_evaluations', 'subject_id', true);
SELECT app.protect('escalations', 'case_escalations', 'subject_id', true);
SELECT app.protect('omklap', 'case_omklap', 'subject_id', true);
SELECT app.protect('closing', 'case_closing', 'subject_id', false);
SELECT app.protect('facts', 'dwelling_facts', 'subject_id', false);
SELECT app.protect('block', 'dwelling_block', 'subject_id', false);
SELECT app.protect('terms', 'offer_terms', 'subject_id', false);
SELECT app.protect('answer', 'offer_answer', 'subject_id', false);
SELECT app.protect('session', 'tafel_session', 'subject_id', false);
SELECT app.protect('items', 'tafel_items', 'subject_id', true);
SELECT app.protect('attendance', 'tafel_attendance', 'subject_id', false);
SELECT app.protect('adoption', 'tafel_adoption', 'subject_id', false);

-- ── Truths that do not depend on who asks ─────────────────────────────────────────────────────────────────

ALTER TABLE tafel_adoption ADD CONSTRAINT two_people CHECK (chair_by IS DISTINCT FROM secretary_by OR chair_by IS NULL);
CREATE UNIQUE INDEX one_live_offer_per_dwelling ON offer_terms (dwelling) WHERE live;
CREATE UNIQUE INDEX one_live_offer_per_case ON offer_terms ("case") WHERE live;
CREATE UNIQUE INDEX one_effect_per_form ON journal (action_key) WHERE action_key IS NOT NULL;
ALTER TABLE installation ADD CONSTRAINT one_row CHECK (id = 1);

-- ── Sign-in: before there is an actor ─────────────────────────────────────────────────────────────────────

CREATE FUNCTION app.credentials(mail text) RETURNS TABLE (account_id uuid, password_hash text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT id, password_hash FROM account WHERE lower(email) = lower(mail) AND deactivated_at IS NULL $$;

-- Ten failures in a quarter of an hour are enough for one address; the wait says nothing about whether it exists.
CREATE FUNCTION app.sign_in_allowed(address text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT count(*) < 10 FROM failed_sign_in WHERE address_hash = address AND at > clock_timestamp() - interval '15 minutes' $$;
CREATE FUNCTION app.sign_in_failed(address text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM failed_sign_in WHERE at < clock_timestamp() - interval '1 day';
  INSERT INTO failed_sign_in VALUES (address, clock_timestamp()) ON CONFLICT DO NOTHING $$;

-- The people of the demo, to sign in as by one click; nobody on any other installation.
CREATE FUNCTION app.demo_people() RETURNS TABLE (account_id uuid, name text, role text, organisation text, covenant text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, a.name, m.role, o.name, c.name FROM account a JOIN membership m ON m.account_id = a.id
    JOIN organisation o ON o.id = m.organisation_id JOIN covenant c ON c.id = m.covenant_id
   WHERE a.fictional AND m.ended_at IS NULL AND o.kind <> 'systeem' AND EXISTS (SELECT 1 FROM installation WHERE demo)
   ORDER BY c.name DESC, o.name, m.role, a.name $$;

CREATE FUNCTION app.open_session(hash text, account uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO session (id_hash, account_id, membership_id, created_at, seen_at)
  SELECT hash, account, (SELECT CASE WHEN count(*) = 1 THEN (array_agg(m.id))[1] END FROM membership m WHERE m.account_id = account AND m.ended_at IS NULL), clock_timestamp(), clock_timestamp() $$;

-- A session lives 12 hours at most, and idle 30 minutes; in the demo it may be idle for the day.
CREATE FUNCTION app.alive(s public.session) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT s.ended_at IS NULL AND s.created_at > clock_timestamp() - interval '12 hours'
    AND (s.seen_at > clock_timestamp() - interval '30 minutes' OR coalesce((SELECT i.demo FROM installation i), false))
    AND EXISTS (SELECT 1 FROM account a WHERE a.id = s.account_id AND a.deactivated_at IS NULL) $$;

-- The live session with its membership.
CREATE FUNCTION app.session_of(hash text) RETURNS TABLE (account_id uuid, account_name text, membership_id uuid, role text, organisation_id uuid, organisation_name text, organisation_kind text, covenant_id uuid, covenant_name text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE session s SET seen_at = clock_timestamp() WHERE s.id_hash = hash AND s.seen_at < clock_timestamp() - interval '1 minute' AND app.alive(s);
  RETURN QUERY SELECT a.id, a.name, m.id, m.role, o.id, o.name, o.kind, c.id, c.name
    FROM session s JOIN account a ON a.id = s.account_id
    LEFT JOIN membership m ON m.id = s.membership_id AND m.ended_at IS NULL
    LEFT JOIN organisation o ON o.id = m.organisation_id LEFT JOIN covenant c ON c.id = m.covenant_id
   WHERE s.id_hash = hash AND app.alive(s);
END $$;

CREATE FUNCTION app.memberships_of(hash text) RETURNS TABLE (id uuid, role text, organisation text, organisation_kind text, covenant text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.id, m.role, o.name, o.kind, c.name FROM session s JOIN membership m ON m.account_id = s.account_id
    JOIN organisation o ON o.id = m.organisation_id JOIN covenant c ON c.id = m.covenant_id
   WHERE s.id_hash = hash AND app.alive(s) AND m.ended_at IS NULL ORDER BY c.name, o.name, m.role $$;

CREATE FUNCTION app.choose_membership(hash text, chosen uuid) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH done AS (UPDATE session s SET membership_id = chosen WHERE s.id_hash = hash AND app.alive(s)
    AND EXISTS (SELECT 1 FROM membership m WHERE m.id = chosen AND m.account_id = s.account_id AND m.ended_at IS NULL) RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM done) $$;

CREATE FUNCTION app.end_session(hash text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE session SET ended_at = clock_timestamp() WHERE id_hash = hash AND ended_at IS NULL $$;

-- A one-time link: sets the password of its account, once, within its term.
CREATE FUNCTION app.accept_invitation(hash text, new_password_hash text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE who uuid;
BEGIN
  UPDATE invitation SET used_at = clock_timestamp() WHERE token_hash = hash AND used_at IS NULL AND expires_at > clock_timestamp() RETURNING account_id INTO who;
  IF who IS NULL THEN RETURN NULL; END IF;
  UPDATE account SET password_hash = new_password_hash WHERE id = who;
  UPDATE session SET ended_at = clock_timestamp() WHERE account_id = who AND ended_at IS NULL;
  RETURN who;
END $$;

CREATE FUNCTION app.invitation_open(hash text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.name FROM invitation i JOIN account a ON a.id = i.account_id WHERE i.token_hash = hash AND i.used_at IS NULL AND i.expires_at > clock_timestamp() $$;

-- The system membership that computes what nobody may see in full.
CREATE FUNCTION app.system_membership(wanted text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.id FROM membership m JOIN organisation o ON o.id = m.organisation_id
   WHERE m.covenant_id = app.covenant() AND m.role = wanted AND o.kind = 'systeem' AND m.ended_at IS NULL $$;

-- ── Steps ─────────────────────────────────────────────────────────────────────────────────────────────────

-- Appends to the chain of the actor's organisation. Its head is locked until the transaction ends, so reads are recorded last.
CREATE FUNCTION app.append_journal(me public.membership, p jsonb) RETURNS uuid LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE j journal; head chain;
BEGIN
  INSERT INTO chain (organisation_id, seq, hash) VALUES (me.organisation_id, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM chain WHERE organisation_id = me.organisation_id FOR UPDATE;
  j.id := gen_random_uuid(); j.organisation_id := me.organisation_id; j.seq := head.seq + 1;
  j.kind := p->>'kind'; j.covenant_id := me.covenant_id; j.membership_id := me.id; j.account_id := me.account_id; j.role := me.role;
  j.subject_kind := p->>'subjectKind'; j.subject_id := (p->>'subjectId')::uuid; j.step := p->>'step';
  j.from_stage := p->>'from'; j.to_stage := p->>'to';
  j.shown := ARRAY(SELECT jsonb_array_elements_text(coalesce(p->'shown', '[]'))); j.tells := coalesce(p->'tells', '{}');
  j.cause_id := (p->>'causeId')::uuid; j.action_key := (p->>'actionKey')::uuid; j.payload_hash := p->>'payloadHash'; j.request_id := p->>'requestId';
  j.taken_on := (p->>'on')::date; j.recorded_at := clock_timestamp(); j.transaction_id := pg_current_xact_id()::text;
  j.previous_hash := head.hash; j.hash := app.journal_hash(j);
  INSERT INTO journal SELECT j.*;
  UPDATE chain SET seq = j.seq, hash = j.hash WHERE organisation_id = me.organisation_id;
  RETURN j.id;
END $$;

-- What the hash of a record covers: every field, the previous hash included. Times in UTC, whatever the session's zone.
CREATE FUNCTION app.journal_hash(j public.journal) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(j.previous_hash, j.id, j.organisation_id, j.seq, j.kind, j.covenant_id, j.membership_id, j.account_id, j.role,
    j.subject_kind, j.subject_id, j.step, j.from_stage, j.to_stage, j.shown, j.tells, j.cause_id, j.action_key, j.payload_hash, j.request_id,
    j.taken_on, extract(epoch FROM j.recorded_at), j.transaction_id)::text, 'UTF8')), 'hex') $$;

-- Who acts for a gemeente in a covenant: itself, or the one with its mandate.
CREATE FUNCTION app.acting(organisation uuid, covenant uuid) RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT coalesce((SELECT m.from_id FROM mandate m WHERE m.covenant_id = covenant AND m.to_id = organisation), organisation) $$;

CREATE FUNCTION app.holder(s public.spine, wanted text) RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE wanted WHEN 'tafel' THEN (SELECT c.tafel_host_id FROM covenant c WHERE c.id = s.covenant_id)
    ELSE (SELECT app.acting(p.organisation_id, s.covenant_id) FROM party p WHERE p.subject_id = s.id AND p.part = wanted) END $$;

CREATE FUNCTION app.relate(s public.spine, wanted_relation text, wanted_part text, organisation uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  -- Each part belongs to a kind of organisation; a guest at the table can be of any kind.
  IF NOT EXISTS (SELECT 1 FROM covenant_party p JOIN organisation o ON o.id = p.organisation_id
      WHERE p.covenant_id = s.covenant_id AND o.id = organisation AND o.kind = ANY (CASE wanted_part WHEN 'provider' THEN '{zorgaanbieder}'::text[]
        WHEN 'gemeente' THEN '{gemeente}' WHEN 'corporation' THEN '{corporatie}' WHEN 'localTeam' THEN '{wijkteam,welzijn}' ELSE '{gemeente,corporatie,zorgaanbieder,wijkteam,welzijn}' END)) THEN
    RAISE EXCEPTION 'not a party of the covenant for this part' USING ERRCODE = 'TT003';
  END IF;
  -- A part that passes to another is no longer of whoever had it. Guests come beside each other.
  DELETE FROM relation r WHERE r.subject_id = s.id AND r.part = wanted_part AND wanted_part <> 'guest';
  INSERT INTO party (subject_id, part, organisation_id, subject_kind) VALUES (s.id, wanted_part, organisation, s.kind)
    ON CONFLICT (subject_id, part) DO UPDATE SET organisation_id = excluded.organisation_id;
  INSERT INTO relation (subject_id, holder_id, relation, part, subject_kind, covenant_id, number, stage, person_id, household_id)
    SELECT s.id, h, wanted_relation, wanted_part, s.kind, s.covenant_id, s.number, s.stage, s.person_id, s.household_id
      FROM unnest(ARRAY[organisation, app.acting(organisation, s.covenant_id)]) h ON CONFLICT DO NOTHING;
END $$;

-- Opens a subject in the stage `new`, for a role that has a step from there. Returns its id and number.
CREATE FUNCTION app.open_subject(wanted_kind text, opened date) RETURNS TABLE (id uuid, number text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); s spine; n int; y int := extract(year FROM opened); prefix text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM policy_grant g WHERE g.kind = wanted_kind AND g.role = me.role AND g.verb = 'take' AND g.stage = 'new') THEN
    RAISE EXCEPTION 'may not open a %', wanted_kind USING ERRCODE = 'TT002';
  END IF;
  INSERT INTO counter AS c (covenant_id, kind, year, last) VALUES (me.covenant_id, wanted_kind, y, 1)
    ON CONFLICT (covenant_id, kind, year) DO UPDATE SET last = c.last + 1 RETURNING last INTO n;
  SELECT c.prefix INTO prefix FROM covenant c WHERE c.id = me.covenant_id;
  s.id := gen_random_uuid(); s.kind := wanted_kind; s.covenant_id := me.covenant_id; s.stage := 'new'; s.version := 0; s.opened_on := opened;
  s.number := prefix || '-' || CASE wanted_kind WHEN 'dwelling' THEN 'W' WHEN 'offer' THEN 'A' WHEN 'tafel' THEN 'T' ELSE '' END || to_char(y % 100, 'FM00') || '-' || to_char(n, 'FM0000');
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

-- Whether the actor may take this step on this subject: by grant, and for a consequence only with its cause in this transaction.
CREATE FUNCTION app.authorise_step(me public.membership, s public.spine, wanted text, caused_by uuid) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE needs_cause boolean := EXISTS (SELECT 1 FROM policy_cause c WHERE c.kind = s.kind AND c.step = wanted);
BEGIN
  IF NOT EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
      WHERE r.subject_id = s.id AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id)
        AND g.role = me.role AND g.verb = 'take' AND g.object = wanted) THEN
    RAISE EXCEPTION 'may not take %', wanted USING ERRCODE = '42501';
  END IF;
  IF needs_cause IS DISTINCT FROM (caused_by IS NOT NULL) OR (needs_cause AND NOT EXISTS (
      SELECT 1 FROM journal j JOIN policy_cause c ON c.cause = j.step WHERE j.id = caused_by AND c.kind = s.kind AND c.step = wanted AND j.transaction_id = pg_current_xact_id()::text)) THEN
    RAISE EXCEPTION '% is a consequence', wanted USING ERRCODE = '42501';
  END IF;
END $$;

-- Moves the subject: record, relations, stage and version, turns, outbox. One call at the end of each step.
CREATE FUNCTION app.record_step(p jsonb) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); s spine; x jsonb; who uuid; recorded uuid; day date := (p->>'on')::date; moved boolean; held jsonb;
BEGIN
  -- A row of a compartment holds a key share on its spine: a lock on the key as well would let two steps wait for each other.
  SELECT * INTO s FROM spine WHERE spine.id = (p->>'subjectId')::uuid FOR NO KEY UPDATE;
  IF s.id IS NULL OR s.version <> (p->>'version')::int OR s.stage <> p->>'from' THEN RAISE EXCEPTION 'changed meanwhile' USING ERRCODE = 'TT001'; END IF;
  PERFORM app.authorise_step(me, s, p->>'step', (p->>'causeId')::uuid);
  moved := p->>'to' <> s.stage;
  UPDATE spine SET stage = p->>'to', version = s.version + 1 WHERE spine.id = s.id;
  UPDATE relation SET stage = p->>'to' WHERE subject_id = s.id AND moved;
  s.stage := p->>'to';
  -- Who is let go of the subject by this step hears of it as well.
  held := (SELECT jsonb_object_agg(party.part, app.holder(s, party.part)) FROM party WHERE party.subject_id = s.id);
  FOR x IN SELECT * FROM jsonb_array_elements(coalesce(p->'release', '[]')) LOOP
    DELETE FROM relation WHERE subject_id = s.id AND part = x#>>'{}';
    DELETE FROM party WHERE subject_id = s.id AND part = x#>>'{}';
  END LOOP;
  FOR x IN SELECT * FROM jsonb_array_elements(coalesce(p->'relate', '[]')) LOOP
    who := coalesce((x->>'organisationId')::uuid, (SELECT organisation_id FROM party WHERE subject_id = (x->>'asIn')::uuid AND part = x->>'part'));
    PERFORM app.relate(s, x->>'relation', x->>'part', who);
  END LOOP;
  PERFORM app.turn_over(s, p, moved, day);
  recorded := app.append_journal(me, p || jsonb_build_object('kind', 'step', 'subjectKind', s.kind));
  INSERT INTO outbox (journal_id, covenant_id, subject_id, subject_kind, step, role, holder_id, created_at)
    SELECT recorded, s.covenant_id, s.id, s.kind, p->>'step', n->>'role', h, clock_timestamp()
      FROM jsonb_array_elements(coalesce(p->'notifies', '[]')) n, coalesce(app.holder(s, n->>'part'), (held->>(n->>'part'))::uuid) h
     WHERE h IS NOT NULL AND NOT (h = me.organisation_id AND n->>'role' = me.role);
  RETURN recorded;
END $$;

-- Whose turn it is after a step: a new stage ends every older turn.
CREATE FUNCTION app.turn_over(s public.spine, p jsonb, moved boolean, day date) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE x jsonb; who uuid;
BEGIN
  DELETE FROM turn t WHERE t.subject_id = s.id AND (moved OR t.task IN (SELECT jsonb_array_elements_text(coalesce(p->'closes', '[]'))));
  UPDATE turn t SET due_on = (r->>'dueOn')::date, paused_on = NULL FROM jsonb_array_elements(coalesce(p->'resumes', '[]')) r WHERE t.subject_id = s.id AND t.task = r->>'task';
  FOR x IN SELECT * FROM jsonb_array_elements(coalesce(p->'opens', '[]')) LOOP
    who := app.holder(s, x->>'part');
    IF who IS NULL THEN RAISE EXCEPTION 'nobody holds %', x->>'task'; END IF;
    INSERT INTO turn (subject_id, subject_kind, covenant_id, task, role, holder_id, since, due_on, paused_on)
    VALUES (s.id, s.kind, s.covenant_id, x->>'task', x->>'role', who, day, (x->>'dueOn')::date, CASE WHEN (x->>'paused')::boolean THEN day END)
    ON CONFLICT (subject_id, task) DO UPDATE SET since = excluded.since, due_on = excluded.due_on, paused_on = excluded.paused_on, holder_id = excluded.holder_id;
  END LOOP;
END $$;

-- Whether the actor already took a step with this form.
CREATE FUNCTION app.sent_before(form uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM journal j WHERE j.action_key = form AND j.account_id = (app.actor()).account_id) $$;

-- Reads and refusals, before anything is shown.
CREATE FUNCTION app.record_look(p jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  -- Whose membership has ended is refused as well, and has no organisation left in whose chain that could stand.
  IF me.id IS NULL AND p->>'kind' = 'denied' THEN RETURN; END IF;
  IF me.id IS NULL OR p->>'kind' NOT IN ('read', 'denied') THEN RAISE EXCEPTION 'nobody looks' USING ERRCODE = '42501'; END IF;
  PERFORM app.append_journal(me, p - ARRAY['causeId', 'actionKey', 'from', 'to']);
END $$;

-- The first broken link of an organisation's chain, or null when it is whole and its end is where the head says.
CREATE FUNCTION app.broken_link(organisation uuid) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT min(seq) FROM (
    SELECT j.seq FROM (SELECT journal.*, lag(hash, 1, '') OVER w AS before, row_number() OVER w AS place FROM journal WHERE organisation_id = organisation WINDOW w AS (ORDER BY seq)) l
      JOIN journal j ON j.id = l.id WHERE l.place <> l.seq OR l.before <> l.previous_hash OR l.hash <> app.journal_hash(j)
    UNION ALL SELECT c.seq FROM chain c WHERE c.organisation_id = organisation AND c.hash <> coalesce((SELECT hash FROM journal WHERE organisation_id = organisation ORDER BY seq DESC LIMIT 1), '')
  ) broken $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOR f IN SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'app' LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.may(membership, text, text[], uuid), app.may_of_person(membership, text, text[], uuid), app.may_of_household(membership, text, text[], uuid),
  app.membership(), app.actor(), app.role(), app.organisation(), app.covenant(), app.consented(uuid, text),
  app.credentials(text), app.sign_in_allowed(text), app.sign_in_failed(text), app.demo_people(), app.open_session(text, uuid), app.session_of(text), app.memberships_of(text), app.choose_membership(text, uuid), app.end_session(text),
  app.accept_invitation(text, text), app.invitation_open(text), app.system_membership(text),
  app.open_subject(text, date), app.record_step(jsonb), app.sent_before(uuid), app.record_look(jsonb), app.broken_link(uuid) TO thuistafel_app;
