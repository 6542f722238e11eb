-- A calendar that a program asks for by a link: the terms and tafels of one member, under their own rights at that moment.
-- docs/decisions/0023 says why it is done so.

CREATE TABLE "calendar_feed" (
    "membership_id" UUID NOT NULL,
    "nonce" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("membership_id")
);
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "calendar_entry" (
    "membership_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "starts" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ NOT NULL,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "calendar_entry_pkey" PRIMARY KEY ("membership_id","subject_id","task")
);

SELECT app.protect_derived('calendar_feed', 'membership_id = (SELECT app.membership()) AND (SELECT app.role()) IS NOT NULL');
SELECT app.protect_derived('calendar_entry', '');

-- A new link for whoever asks: what they had before is dead from now on.
CREATE FUNCTION app.open_calendar(of_nonce text, hash text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  INSERT INTO calendar_feed (membership_id, nonce, token_hash, made_at) VALUES (me.id, of_nonce, hash, clock_timestamp())
    ON CONFLICT (membership_id) DO UPDATE SET nonce = excluded.nonce, token_hash = excluded.token_hash, made_at = excluded.made_at;
END $$;
CREATE FUNCTION app.close_calendar() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  DELETE FROM calendar_feed WHERE membership_id = me.id;
  DELETE FROM calendar_entry WHERE membership_id = me.id;
END $$;

-- Whose link this is, and in which language they read; nobody's when their access is over.
CREATE FUNCTION app.calendar_of(hash text) RETURNS TABLE (membership_id uuid, language text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN QUERY SELECT m.id, a.language FROM calendar_feed f JOIN membership m ON m.id = f.membership_id JOIN account a ON a.id = m.account_id
   WHERE f.token_hash = hash AND app.live(m);
END $$;

-- What stands in the calendar of whoever asks from now on, beside what stood there. A changed entry goes up in sequence; one that is no longer there
-- is cancelled, and stays so for sixty days for programs that did not ask meanwhile. A day that has passed is not cancelled: it was.
CREATE FUNCTION app.show_calendar(entries jsonb, today date) RETURNS TABLE (subject_id uuid, subject_kind text, task text, starts text, sequence int, changed_at timestamptz, cancelled boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  INSERT INTO calendar_entry AS e (membership_id, subject_id, subject_kind, task, starts, changed_at)
    SELECT me.id, x.subject, x.kind, x.task, x.starts, clock_timestamp() FROM jsonb_to_recordset(entries) x(subject uuid, kind text, task text, starts text)
    ON CONFLICT (membership_id, subject_id, task) DO UPDATE SET starts = excluded.starts, sequence = e.sequence + 1, changed_at = excluded.changed_at, cancelled = false
     WHERE e.cancelled OR e.starts <> excluded.starts;
  DELETE FROM calendar_entry e WHERE e.membership_id = me.id AND ((e.cancelled AND e.changed_at < clock_timestamp() - interval '60 days')
    OR (e.task = '' AND NOT e.cancelled AND left(e.starts, 10)::date < today - 30));
  UPDATE calendar_entry e SET cancelled = true, sequence = e.sequence + 1, changed_at = clock_timestamp() WHERE e.membership_id = me.id AND NOT e.cancelled
    AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(entries) x(subject uuid, task text) WHERE x.subject = e.subject_id AND x.task = e.task);
  RETURN QUERY SELECT e.subject_id, e.subject_kind, e.task, e.starts, e.sequence, e.changed_at, e.cancelled FROM calendar_entry e WHERE e.membership_id = me.id ORDER BY e.starts, e.subject_id, e.task;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.open_calendar(text, text)', 'app.close_calendar()', 'app.calendar_of(text)', 'app.show_calendar(jsonb, date)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.open_calendar(text, text), app.close_calendar(), app.calendar_of(text), app.show_calendar(jsonb, date) TO thuistafel_app;
