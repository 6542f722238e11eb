-- Who lends a time-out place is told that it was taken, and until when, and that it is free again. Not for whom, nor by whom or
-- why: no row of it names a client or a case. docs/decisions/0047.
-- CreateTable
CREATE TABLE "time_out_news" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "until" DATE,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "delivered_at" TIMESTAMPTZ,

    CONSTRAINT "time_out_news_pkey" PRIMARY KEY ("id")
);
-- CreateIndex
CREATE INDEX "time_out_news_place_id_at_idx" ON "time_out_news"("place_id", "at");
-- AddForeignKey
ALTER TABLE "time_out_news" ADD CONSTRAINT "time_out_news_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "time_out_place"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE time_out_news ADD CONSTRAINT taken_until CHECK ((event = 'free') = (until IS NULL));
CREATE INDEX time_out_news_waiting ON time_out_news (at) WHERE delivered_at IS NULL;
SELECT app.protect_derived('time_out_news', '');

-- Ends what this case holds; the lender hears it, but of a place that it goes on to have, and of one that had lapsed already.
CREATE FUNCTION app.let_go_of_place(of_case uuid, on_day date, but_for uuid) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public AS $$
  WITH freed AS (UPDATE time_out_booking SET ended_on = on_day WHERE case_id = of_case AND ended_on IS NULL RETURNING place_id, taken, until)
  INSERT INTO time_out_news (place_id, event) SELECT f.place_id, 'free' FROM freed f WHERE (f.taken OR f.until >= app.today()) AND f.place_id IS DISTINCT FROM but_for $$;

-- As before, and the lender is told.
CREATE OR REPLACE FUNCTION app.time_out_held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE place time_out_place; wanted uuid := CASE WHEN NEW.time_out_event IN ('reserved', 'started') THEN NEW.register_place END;
BEGIN
  IF NEW.time_out_event = 'longer' THEN
    WITH longer AS (UPDATE time_out_booking SET until = NEW.return_by WHERE case_id = NEW.subject_id AND ended_on IS NULL RETURNING place_id, until)
    INSERT INTO time_out_news (place_id, event, until) SELECT l.place_id, 'taken', l.until FROM longer l;
    RETURN NULL;
  END IF;
  PERFORM app.let_go_of_place(NEW.subject_id, NEW.recorded_on, wanted);
  IF wanted IS NULL THEN RETURN NULL; END IF;
  SELECT p.* INTO place FROM time_out_place p WHERE p.id = wanted AND p.covenant_id = NEW.covenant_id FOR UPDATE;
  IF place.id IS NULL THEN RETURN NULL; END IF;
  IF cardinality(app.held_until(place.id, NEW.subject_id)) >= place.places THEN
    RAISE EXCEPTION 'This time-out place is taken' USING ERRCODE = 'TT002';
  END IF;
  INSERT INTO time_out_booking (place_id, case_id, taken, until) VALUES (place.id, NEW.subject_id, NEW.time_out_event = 'started', coalesce(NEW.reserved_until, NEW.return_by));
  INSERT INTO time_out_news (place_id, event, until) VALUES (place.id, 'taken', coalesce(NEW.reserved_until, NEW.return_by));
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION app.time_out_let_go() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.let_go_of_place(NEW.id, app.today(), NULL);
  RETURN NULL;
END $$;

-- What was told of the own places in the last thirty days, the newest first: for who keeps them.
CREATE FUNCTION app.time_out_news() RETURNS TABLE (id uuid, name text, event text, until date, told_on date) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL OR me.role <> 'zorgLead' THEN RETURN; END IF;
  RETURN QUERY SELECT n.id, p.name, n.event, n.until, (n.at AT TIME ZONE 'Europe/Amsterdam')::date FROM time_out_place p JOIN time_out_news n ON n.place_id = p.id
   WHERE p.organisation_id = me.organisation_id AND p.covenant_id = me.covenant_id AND n.at > clock_timestamp() - interval '30 days' ORDER BY n.at DESC, n.id LIMIT 20;
END $$;

-- As before, and of time-out places to who keeps them.
CREATE OR REPLACE FUNCTION app.take_news(most integer) RETURNS TABLE(account_id uuid, event text, created_at timestamptz, news jsonb, choice jsonb) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
  RETURN QUERY WITH told AS (
      UPDATE time_out_news SET delivered_at = clock_timestamp() WHERE time_out_news.id IN (
        SELECT w.id FROM time_out_news w WHERE w.delivered_at IS NULL ORDER BY w.at LIMIT most) RETURNING *)
    SELECT m.account_id, 'timeOutPlaces'::text, n.at, jsonb_build_object('organisation', o.name, 'role', m.role, 'kind', 'timeOutPlaces', 'stage', '', 'urgent', false, 'subject', NULL), c.choice
      FROM told n JOIN time_out_place p ON p.id = n.place_id JOIN organisation o ON o.id = p.organisation_id
        JOIN membership m ON m.covenant_id = p.covenant_id AND m.organisation_id = p.organisation_id AND m.role = 'zorgLead' LEFT JOIN mail_choice c ON c.account_id = m.account_id
     WHERE n.at > clock_timestamp() - interval '7 days' AND app.live(m) ORDER BY n.at, n.id, m.id;
END $$;

CREATE OR REPLACE FUNCTION app.tidy_notices() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE removed bigint; more bigint;
BEGIN
  DELETE FROM outbox WHERE created_at < clock_timestamp() - interval '90 days';
  GET DIAGNOSTICS removed = ROW_COUNT;
  DELETE FROM time_out_news WHERE at < clock_timestamp() - interval '90 days';
  GET DIAGNOSTICS more = ROW_COUNT;
  RETURN removed + more;
END $$;

ALTER FUNCTION app.let_go_of_place(uuid, date, uuid) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.time_out_news() OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.let_go_of_place(uuid, date, uuid), app.time_out_news() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.time_out_news() TO thuistafel_app;
