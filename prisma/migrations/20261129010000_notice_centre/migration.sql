-- What happened for somebody, to be read in the application: the outbox says it, and each person only which of it they read.
-- docs/decisions/0023 says why it is done so.

-- Not every notice is of a step: what is said of the term of a task has no record behind it, but the task and the rung of the
-- ladder on which it is said.
ALTER TABLE "outbox" ALTER COLUMN "journal_id" DROP NOT NULL;
ALTER TABLE "outbox" ADD COLUMN "task" TEXT;
ALTER TABLE "outbox" ADD COLUMN "rung" TEXT;

-- Whether this member stands in for a colleague.
CREATE FUNCTION app.stands_in(member uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM membership_seat s WHERE s.subject_id = member AND s.stands_in_for IS NOT NULL) $$;

-- Whether word to a role is meant for this member of it: who holds a task hears before those who stand in for them.
CREATE FUNCTION app.meant_for(rung text, member uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE rung WHEN 'holder' THEN NOT app.stands_in(member) WHEN 'standIn' THEN app.stands_in(member) ELSE true END $$;

CREATE TABLE "notice_read" (
    "membership_id" UUID NOT NULL,
    "outbox_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "notice_read_pkey" PRIMARY KEY ("membership_id","outbox_id")
);
ALTER TABLE "notice_read" ADD CONSTRAINT "notice_read_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notice_read" ADD CONSTRAINT "notice_read_outbox_id_fkey" FOREIGN KEY ("outbox_id") REFERENCES "outbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "notice_read_outbox_id_idx" ON "notice_read"("outbox_id");
SELECT app.protect_derived('notice_read', 'membership_id = (SELECT app.membership()) AND (SELECT app.role()) IS NOT NULL');

-- As before, but who plays two parts in a subject is told once of a step.
CREATE OR REPLACE FUNCTION app.record_step(p jsonb) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
    SELECT DISTINCT recorded, s.covenant_id, s.id, s.kind, p->>'step', n->>'role', h, statement_timestamp()
      FROM jsonb_array_elements(coalesce(p->'notifies', '[]')) n, coalesce(app.holder(s, n->>'part'), (held->>(n->>'part'))::uuid) h
     WHERE h IS NOT NULL AND NOT (h = me.organisation_id AND n->>'role' = me.role);
  RETURN recorded;
END $$;

-- What was told to whoever asks and what they may see now, the newest first: of the last ninety days, and not what they did
-- themselves in another role. Which organisation did it, and what is told of it, are for who may know that from the timeline.
CREATE FUNCTION app.notices(unread boolean, most int) RETURNS TABLE (id uuid, subject_id uuid, subject_kind text, step text, task text, organisation_id uuid, tells jsonb, taken_on date, at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
DECLARE me membership := app.actor();
BEGIN
  RETURN QUERY SELECT o.id, o.subject_id, o.subject_kind, o.step, o.task, CASE WHEN k.known THEN j.organisation_id END, CASE WHEN k.known THEN j.tells END, j.taken_on, o.created_at
    FROM outbox o LEFT JOIN journal j ON j.id = o.journal_id, LATERAL (SELECT app.may(me, 'read', CASE WHEN j.shown = '{}' THEN '{spine}' ELSE j.shown END, o.subject_id) AS known) k
   WHERE o.holder_id = me.organisation_id AND o.role = me.role AND o.covenant_id = me.covenant_id
     AND o.created_at > greatest(clock_timestamp() - interval '90 days', me.valid_from::timestamp AT TIME ZONE 'Europe/Amsterdam')
     AND j.account_id IS DISTINCT FROM me.account_id
     AND unread <> EXISTS (SELECT 1 FROM notice_read n WHERE n.membership_id = me.id AND n.outbox_id = o.id)
     AND app.meant_for(o.rung, me.id) AND app.may(me, 'read', '{spine}', o.subject_id)
   ORDER BY o.created_at DESC, o.id LIMIT most;
END $$;

-- This person has read a notice, or that one and all that came before it.
CREATE FUNCTION app.read_notices(wanted uuid, earlier boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  INSERT INTO notice_read (membership_id, outbox_id, read_at)
    SELECT me.id, n.id, clock_timestamp() FROM app.notices(true, 100000) n, (SELECT w.at FROM app.notices(true, 100000) w WHERE w.id = wanted) w
     WHERE n.id = wanted OR (earlier AND n.at <= w.at)
  ON CONFLICT DO NOTHING;
END $$;

-- What had its time: nobody looks for news of a quarter ago, and what a case went through stands on its timeline.
CREATE FUNCTION app.tidy_notices() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE removed bigint;
BEGIN
  DELETE FROM outbox WHERE created_at < clock_timestamp() - interval '90 days';
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.stands_in(uuid)', 'app.meant_for(text, uuid)', 'app.record_step(jsonb)', 'app.notices(boolean, int)', 'app.read_notices(uuid, boolean)', 'app.tidy_notices()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.record_step(jsonb), app.notices(boolean, int), app.read_notices(uuid, boolean) TO thuistafel_app;
GRANT EXECUTE ON FUNCTION app.tidy_notices() TO thuistafel_worker;
