-- What BIO2 8.15.01 and NEN 7513 ask of a record besides what it had: what it was for, on which ground or consent it stood,
-- in which visit and from where, and how it ended. docs/decisions/0019 says why it is done so.

ALTER TABLE "journal" ADD COLUMN "purpose" TEXT,
  ADD COLUMN "ground" TEXT,
  ADD COLUMN "consents" TEXT[],
  ADD COLUMN "session" TEXT,
  ADD COLUMN "origin" TEXT,
  ADD COLUMN "result" TEXT;
CREATE INDEX "journal_organisation_id_purpose_recorded_at_seq_idx" ON "journal"("organisation_id", "purpose", "recorded_at", "seq");

-- A record from before has none of the six, and is covered as it was then: its hash stays what it was. A record with any of
-- them is covered with all of them, also those that are empty: none can be taken away, and none put in, without another hash.
CREATE OR REPLACE FUNCTION app.journal_record(j public.journal) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT (jsonb_build_array(j.previous_hash, j.id, j.organisation_id, j.seq, j.kind, j.covenant_id, j.membership_id, j.account_id, j.role,
    j.subject_kind, j.subject_id, j.step, j.from_stage, j.to_stage, j.shown, j.tells, j.cause_id, j.action_key, j.payload_hash, j.request_id,
    j.taken_on, extract(epoch FROM j.recorded_at), j.transaction_id)
    || CASE WHEN num_nonnulls(j.purpose, j.ground, j.consents, j.session, j.origin, j.result) = 0 THEN '[]'::jsonb
       ELSE jsonb_build_array(j.purpose, j.ground, j.consents, j.session, j.origin, j.result) END)::text $$;

-- As before, with what is new. The visit is a setting of the transaction: it is the same for all that is recorded in it.
CREATE OR REPLACE FUNCTION app.append_journal(me public.membership, p jsonb) RETURNS uuid LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
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
  j.purpose := p->>'purpose'; j.ground := p->>'ground';
  IF p ? 'consents' THEN j.consents := ARRAY(SELECT jsonb_array_elements_text(p->'consents')); END IF;
  j.session := nullif(current_setting('app.session', true), ''); j.origin := nullif(current_setting('app.origin', true), '');
  j.result := CASE j.kind WHEN 'step' THEN 'done' WHEN 'read' THEN 'shown' ELSE 'refused' END;
  j.previous_hash := head.hash; j.hash := app.journal_hash(j);
  INSERT INTO journal SELECT j.*;
  UPDATE chain SET seq = j.seq, hash = j.hash WHERE organisation_id = me.organisation_id;
  RETURN j.id;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.journal_record(journal)', 'app.append_journal(membership, jsonb)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.journal_record(journal) TO thuistafel_app;
