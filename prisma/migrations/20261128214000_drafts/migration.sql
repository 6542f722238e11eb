-- What somebody typed in the form of a step and has not sent yet: theirs alone, sealed, and gone when it has had its time.
-- docs/decisions/0021 says why it is done so.

CREATE TABLE "draft" (
    "membership_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID,
    "step" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "sealed" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "discarded_at" TIMESTAMPTZ,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("membership_id","id")
);
ALTER TABLE "draft" ADD CONSTRAINT "draft_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "draft" ADD CONSTRAINT "draft_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "draft_changed_at_idx" ON "draft"("changed_at");

-- Whether this membership may take the step by hand now: on this subject, or to open one.
CREATE FUNCTION app.may_draft(me public.membership, wanted_kind text, wanted text, subject uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN me.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM policy_cause c WHERE c.kind = wanted_kind AND c.step = wanted) AND CASE WHEN subject IS NULL
    THEN EXISTS (SELECT 1 FROM policy_grant g WHERE g.kind = wanted_kind AND g.role = me.role AND g.verb = 'take' AND g.object = wanted AND g.stage = 'new')
    ELSE app.may(me, 'take', ARRAY[wanted], subject) END;
END $$;

-- Nobody reads the drafts of another, whatever they may read of the subject; and nobody their own of what is no longer theirs to do.
SELECT app.protect_derived('draft', 'membership_id = (SELECT (app.actor()).id) AND app.may_draft((SELECT app.actor()), subject_kind, step, subject_id)');

-- The drafts of one person change one after the other, also when the step is taken at the same moment.
CREATE FUNCTION app.hold_drafts(me public.membership) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('draft ' || me.id, 0)) $$;

-- Keeps what one form holds now. A form that is older than what is kept of it changes nothing; what it went on from goes,
-- unless that was changed elsewhere since: then both stay. `taken` says whether this is what is kept now. No row: not theirs
-- to keep, sent already, or too many kept.
CREATE FUNCTION app.keep_draft(p jsonb) RETURNS TABLE (seq int, changed_at timestamptz, taken boolean, beside int) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); kept draft; of_form uuid := (p->>'id')::uuid; subject uuid := (p->>'subjectId')::uuid;
BEGIN
  IF NOT app.may_draft(me, p->>'kind', p->>'step', subject) OR NOT EXISTS (SELECT 1 WHERE subject IS NULL UNION ALL SELECT 1 FROM spine s WHERE s.id = subject AND s.kind = p->>'kind') THEN RETURN; END IF;
  PERFORM app.hold_drafts(me);
  IF EXISTS (SELECT 1 FROM journal j WHERE j.action_key = of_form) THEN RETURN; END IF;
  SELECT d.* INTO kept FROM draft d WHERE d.membership_id = me.id AND d.id = of_form;
  IF kept.id IS NOT NULL AND (kept.subject_id IS DISTINCT FROM subject OR kept.step <> p->>'step' OR kept.about <> p->>'about') THEN RETURN; END IF;
  IF kept.id IS NULL AND (SELECT count(*) FROM draft d WHERE d.membership_id = me.id) >= 100 THEN RETURN; END IF;
  DELETE FROM draft d USING jsonb_to_recordset(coalesce(p->'from', '[]')) f(id uuid, seq int)
   WHERE d.membership_id = me.id AND d.id = f.id AND d.seq = f.seq AND d.id <> of_form
     AND d.subject_id IS NOT DISTINCT FROM subject AND d.step = p->>'step' AND d.about = p->>'about';
  INSERT INTO draft AS d (membership_id, id, subject_kind, subject_id, step, about, seq, sealed, changed_at)
    VALUES (me.id, of_form, p->>'kind', subject, p->>'step', p->>'about', coalesce((p->>'seq')::int, 1), p->>'sealed', clock_timestamp())
    ON CONFLICT (membership_id, id) DO UPDATE SET seq = coalesce((p->>'seq')::int, d.seq + 1), sealed = excluded.sealed, changed_at = excluded.changed_at, discarded_at = NULL
     WHERE coalesce((p->>'seq')::int, d.seq + 1) > d.seq;
  RETURN QUERY SELECT d.seq, d.changed_at, d.sealed = p->>'sealed', (SELECT count(*)::int FROM draft o WHERE o.membership_id = me.id AND o.id <> of_form AND o.discarded_at IS NULL
      AND o.subject_id IS NOT DISTINCT FROM subject AND o.step = d.step AND o.about = d.about) FROM draft d WHERE d.membership_id = me.id AND d.id = of_form;
END $$;

-- Throws away all that is kept of one form, or brings back what was thrown away of it last.
CREATE FUNCTION app.discard_drafts(p jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); back boolean := (p->>'back')::boolean;
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  PERFORM app.hold_drafts(me);
  UPDATE draft d SET discarded_at = CASE WHEN NOT back THEN clock_timestamp() END
   WHERE d.membership_id = me.id AND d.subject_kind = p->>'kind' AND d.subject_id IS NOT DISTINCT FROM (p->>'subjectId')::uuid AND d.step = p->>'step' AND d.about = p->>'about'
     AND (d.discarded_at IS NOT NULL) = back;
END $$;

-- The step was taken: what was kept of its form goes, and what it went on from. What was changed elsewhere since stays.
CREATE FUNCTION app.drop_drafts(sent jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  PERFORM app.hold_drafts(me);
  DELETE FROM draft d USING jsonb_to_recordset(sent) f(id uuid, seq int) WHERE d.membership_id = me.id AND d.id = f.id AND coalesce(f.seq, d.seq) = d.seq;
END $$;

-- At the next sight of their list: what this person can no longer do, or no longer see, is not kept either.
CREATE FUNCTION app.sweep_drafts() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  DELETE FROM draft d WHERE d.membership_id = me.id AND NOT app.may_draft(me, d.subject_kind, d.step, d.subject_id);
END $$;

-- What nobody changed for so many days, what was thrown away an hour ago, and what is left of whoever has no access.
CREATE FUNCTION app.tidy_drafts(days int) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE removed bigint;
BEGIN
  DELETE FROM draft d USING membership m WHERE m.id = d.membership_id
    AND (d.changed_at < clock_timestamp() - make_interval(days => days) OR d.discarded_at < clock_timestamp() - interval '1 hour' OR NOT app.live(m));
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;

-- Whose access ends leaves no drafts behind.
CREATE OR REPLACE FUNCTION app.access_ended() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE membership SET ended_at = clock_timestamp() WHERE id = NEW.subject_id AND ended_at IS NULL;
  UPDATE session SET ended_at = clock_timestamp() WHERE membership_id = NEW.subject_id AND ended_at IS NULL;
  DELETE FROM draft WHERE membership_id = NEW.subject_id;
  PERFORM app.keep_an_administrator(NEW.subject_id);
  RETURN NEW;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOR f IN SELECT unnest(ARRAY['app.may_draft(membership, text, text, uuid)', 'app.hold_drafts(membership)', 'app.keep_draft(jsonb)', 'app.discard_drafts(jsonb)',
      'app.drop_drafts(jsonb)', 'app.sweep_drafts()', 'app.tidy_drafts(int)', 'app.access_ended()']::regprocedure[]) LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.may_draft(membership, text, text, uuid), app.keep_draft(jsonb), app.discard_drafts(jsonb), app.drop_drafts(jsonb), app.sweep_drafts() TO thuistafel_app;
GRANT EXECUTE ON FUNCTION app.tidy_drafts(int) TO thuistafel_worker;
