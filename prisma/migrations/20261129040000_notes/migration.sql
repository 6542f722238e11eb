-- Notes and tasks among those who work on a case. docs/decisions/0026 says why it is done so.

CREATE TABLE "case_notes" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "note_id" UUID NOT NULL,
    "entry" TEXT NOT NULL,
    "note_text" TEXT,
    "writer" UUID NOT NULL,
    "writer_name" TEXT NOT NULL,
    "readers" UUID[],
    "mentioned" UUID[],
    "for_whom" UUID,
    "due_on" DATE,

    CONSTRAINT "case_notes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_notes_subject_id_seq_idx" ON "case_notes"("subject_id", "seq");
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('notes', 'case_notes', 'subject_id', true);
-- What waits for somebody, for a work list.
CREATE INDEX case_notes_given ON case_notes (for_whom, note_id, seq) WHERE for_whom IS NOT NULL;

-- News for one person of those who hold a role there; null: for all of them.
ALTER TABLE "outbox" ADD COLUMN "membership_id" UUID;

-- Of those who may read notes on a case, a row is for whoever it names: an organisation, or a person. A record of it is heard
-- by the readers of the note, and by the privacy officer of whoever wrote it.
DO $$ DECLARE more record; BEGIN
  FOR more IN SELECT * FROM (VALUES
    ('case_notes', $p$readers && ARRAY[(SELECT app.organisation()), (SELECT app.membership())]$p$),
    ('outbox', $p$membership_id IS NULL OR membership_id = (SELECT app.membership())$p$),
    ('journal', $p$NOT (kind = 'step' AND shown && '{notes}'::text[]) OR (SELECT app.role()) = 'privacyOfficer'
      OR EXISTS (SELECT 1 FROM case_notes n WHERE n.subject_id = journal.subject_id AND n.note_id::text = journal.tells->>'noteId')$p$)) v(t, condition)
  LOOP
    EXECUTE format('ALTER POLICY readable ON %I USING ((%s) AND (%s))', more.t,
      (SELECT pg_get_expr(p.polqual, p.polrelid) FROM pg_policy p WHERE p.polrelid = more.t::regclass AND p.polname = 'readable'), more.condition);
  END LOOP;
END $$;

-- Who may read notes on this case, for whoever may do so too. Who was named for a shielded case is told to the readers of that.
CREATE FUNCTION app.note_readers(subject uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); hidden boolean := (SELECT s.shield IS NOT NULL FROM spine s WHERE s.id = subject);
BEGIN
  IF me.id IS NULL OR NOT app.may(me, 'read', '{notes}', subject) THEN RETURN; END IF;
  RETURN QUERY WITH reads AS (SELECT DISTINCT g.role, g.relation = 'any' AS anywhere FROM policy_grant g WHERE g.kind = 'case' AND g.verb = 'read' AND g.object = 'notes')
    SELECT m.id FROM membership m JOIN (SELECT r.role, bool_or(r.anywhere) AS anywhere FROM reads r GROUP BY r.role) r ON r.role = m.role
     WHERE m.covenant_id = me.covenant_id AND (r.anywhere OR m.organisation_id IN (SELECT x.holder_id FROM relation x WHERE x.subject_id = subject))
       AND app.live(m) AND app.may(m, 'read', '{notes}', subject)
       AND (NOT hidden OR m.organisation_id = me.organisation_id OR app.may(me, 'read', '{named}', subject));
END $$;

-- A row is of whoever writes it. Only who may read notes there can be named as a reader, and only a reader be called; a later
-- row keeps the readers of the first, and is written by who wrote that one, or by whose task it is.
CREATE FUNCTION app.note_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); first case_notes; last case_notes;
BEGIN
  IF me.id IS NULL THEN RETURN NEW; END IF;
  NEW.writer := me.id;
  SELECT * INTO first FROM case_notes n WHERE n.subject_id = NEW.subject_id AND n.note_id = NEW.note_id ORDER BY n.seq LIMIT 1;
  SELECT * INTO last FROM case_notes n WHERE n.subject_id = NEW.subject_id AND n.note_id = NEW.note_id ORDER BY n.seq DESC LIMIT 1;
  IF first.id IS NULL THEN
    IF EXISTS (SELECT 1 FROM case_notes n WHERE n.note_id = NEW.note_id) OR EXISTS (SELECT 1 FROM unnest(NEW.readers) x WHERE NOT EXISTS (
        SELECT 1 FROM membership m WHERE m.covenant_id = me.covenant_id AND x IN (m.id, m.organisation_id) AND app.live(m) AND app.may(m, 'read', '{notes}', NEW.subject_id))) THEN
      RAISE EXCEPTION 'not a reader here' USING ERRCODE = '42501';
    END IF;
  ELSIF NEW.readers IS DISTINCT FROM first.readers OR last.entry IN ('done', 'withdrawn')
      OR NOT (CASE WHEN NEW.entry IN ('corrected', 'withdrawn') THEN first.writer = me.id ELSE coalesce(last.for_whom IN (me.id, me.organisation_id), false) END) THEN
    RAISE EXCEPTION 'not theirs to go on with' USING ERRCODE = '42501';
  END IF;
  IF EXISTS (SELECT 1 FROM unnest(NEW.mentioned) x WHERE NOT EXISTS (SELECT 1 FROM membership m WHERE m.id = x AND NEW.readers && ARRAY[m.id, m.organisation_id]
      AND app.live(m) AND app.may(m, 'read', '{notes}', NEW.subject_id))) THEN
    RAISE EXCEPTION 'not a reader of this note' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER note_kept BEFORE INSERT ON case_notes FOR EACH ROW EXECUTE FUNCTION app.note_kept();

-- Who hears of it, each by themselves: who is called by name, whose task it is or was, and who gave a task that is done.
CREATE FUNCTION app.note_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE n case_notes; asker uuid;
BEGIN
  SELECT * INTO n FROM case_notes x WHERE x.subject_id = NEW.subject_id AND x.note_id::text = NEW.tells->>'noteId' ORDER BY x.seq DESC LIMIT 1;
  SELECT x.writer INTO asker FROM case_notes x WHERE x.subject_id = n.subject_id AND x.note_id = n.note_id ORDER BY x.seq LIMIT 1;
  INSERT INTO outbox (journal_id, covenant_id, subject_id, subject_kind, step, role, holder_id, created_at, membership_id)
    SELECT NEW.id, NEW.covenant_id, NEW.subject_id, NEW.subject_kind, NEW.step, m.role, m.organisation_id, clock_timestamp(), m.id
      FROM membership m
     WHERE m.covenant_id = NEW.covenant_id AND m.id <> NEW.membership_id AND (m.id = ANY (n.mentioned)
         OR (n.entry IN ('given', 'handedBack', 'withdrawn') AND n.for_whom IN (m.id, m.organisation_id)) OR (n.entry = 'done' AND m.id = asker))
       AND n.readers && ARRAY[m.id, m.organisation_id] AND app.live(m) AND app.may(m, 'read', '{notes}', NEW.subject_id);
  RETURN NULL;
END $$;
CREATE TRIGGER note_told AFTER INSERT ON journal FOR EACH ROW WHEN (NEW.kind = 'step' AND NEW.shown && '{notes}'::text[] AND NEW.membership_id IS NOT NULL)
  EXECUTE FUNCTION app.note_told();

-- As before; news for one person goes to that one.
CREATE OR REPLACE FUNCTION app.notices(unread boolean, most int) RETURNS TABLE (id uuid, subject_id uuid, subject_kind text, step text, task text, organisation_id uuid, tells jsonb, taken_on date, at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
DECLARE me membership := app.actor();
BEGIN
  RETURN QUERY SELECT o.id, o.subject_id, o.subject_kind, o.step, o.task, CASE WHEN k.known THEN j.organisation_id END, CASE WHEN k.known THEN j.tells END, j.taken_on, o.created_at
    FROM outbox o LEFT JOIN journal j ON j.id = o.journal_id, LATERAL (SELECT app.may(me, 'read', CASE WHEN j.shown = '{}' THEN '{spine}' ELSE j.shown END, o.subject_id) AS known) k
   WHERE o.holder_id = me.organisation_id AND o.role = me.role AND o.covenant_id = me.covenant_id
     AND o.created_at > greatest(clock_timestamp() - interval '90 days', me.valid_from::timestamp AT TIME ZONE 'Europe/Amsterdam')
     AND j.account_id IS DISTINCT FROM me.account_id
     AND unread <> EXISTS (SELECT 1 FROM notice_read n WHERE n.membership_id = me.id AND n.outbox_id = o.id)
     AND (o.membership_id IS NULL OR o.membership_id = me.id) AND app.meant_for(o.rung, me.id) AND app.may(me, 'read', '{spine}', o.subject_id)
   ORDER BY o.created_at DESC, o.id LIMIT most;
END $$;
CREATE OR REPLACE FUNCTION app.take_news(most int) RETURNS TABLE (account_id uuid, event text, created_at timestamptz, news jsonb, choice jsonb) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.worker_seen();
  RETURN QUERY WITH handed AS (
      UPDATE outbox SET delivered_at = clock_timestamp() WHERE outbox.id IN (
        SELECT w.id FROM outbox w WHERE w.delivered_at IS NULL ORDER BY w.created_at LIMIT most) RETURNING *)
    SELECT m.account_id, h.step, h.created_at, jsonb_build_object('organisation', o.name, 'role', h.role, 'kind', h.subject_kind, 'stage', coalesce(j.from_stage, s.stage), 'urgent', false,
        'subject', CASE WHEN app.may(m, 'read', '{spine}', h.subject_id) THEN h.subject_id END), c.choice
      FROM handed h JOIN spine s ON s.id = h.subject_id LEFT JOIN journal j ON j.id = h.journal_id JOIN organisation o ON o.id = h.holder_id
        JOIN membership m ON m.covenant_id = h.covenant_id AND m.organisation_id = h.holder_id AND m.role = h.role AND (h.membership_id IS NULL OR h.membership_id = m.id)
        LEFT JOIN mail_choice c ON c.account_id = m.account_id
     WHERE m.account_id IS DISTINCT FROM j.account_id AND app.meant_for(h.rung, m.id) AND h.created_at > clock_timestamp() - interval '7 days' AND app.live(m)
     ORDER BY h.created_at, h.id, m.id;
END $$;
CREATE OR REPLACE FUNCTION app.write_mail(urgent text[], wait interval) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  WITH handed AS (UPDATE outbox SET delivered_at = clock_timestamp() WHERE delivered_at IS NULL RETURNING *)
  INSERT INTO mail AS open (account_id, news, created_at, next_at)
    SELECT m.account_id, jsonb_agg(jsonb_build_object('organisation', o.name, 'role', h.role, 'kind', h.subject_kind, 'stage', j.from_stage, 'urgent', h.step = ANY (urgent),
        'subject', CASE WHEN app.may(m, 'read', '{spine}', h.subject_id) THEN h.subject_id END) ORDER BY h.created_at, h.id),
        clock_timestamp(), min(CASE WHEN h.step = ANY (urgent) THEN h.created_at ELSE h.created_at + wait END)
      FROM handed h JOIN journal j ON j.id = h.journal_id JOIN organisation o ON o.id = h.holder_id
        JOIN membership m ON m.covenant_id = h.covenant_id AND m.organisation_id = h.holder_id AND m.role = h.role AND (h.membership_id IS NULL OR h.membership_id = m.id)
     WHERE m.account_id <> j.account_id AND h.created_at > clock_timestamp() - interval '7 days' AND app.live(m)
     GROUP BY m.account_id
  ON CONFLICT (account_id, digest) WHERE attempts = 0 DO UPDATE SET news = open.news || excluded.news, next_at = least(open.next_at, excluded.next_at) $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.note_readers(uuid)', 'app.note_kept()', 'app.note_told()', 'app.notices(boolean, int)', 'app.take_news(int)', 'app.write_mail(text[], interval)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.note_readers(uuid), app.notices(boolean, int) TO thuistafel_app;
GRANT EXECUTE ON FUNCTION app.take_news(int) TO thuistafel_worker;
