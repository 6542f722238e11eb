-- Time-out places of providers, and which case has one. Nobody reads these tables: the functions below say what is free. docs/decisions/0047.
-- AlterTable
ALTER TABLE "case_time_outs" ADD COLUMN "register_place" UUID,
ADD COLUMN "reserved_until" DATE;

-- CreateTable
CREATE TABLE "time_out_place" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "covenant_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "free_from" DATE NOT NULL,
    "note" TEXT,
    "ended_on" DATE,

    CONSTRAINT "time_out_place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "time_out_booking" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "place_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "taken" BOOLEAN NOT NULL,
    "until" DATE NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "time_out_booking_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "time_out_place_covenant_id_idx" ON "time_out_place"("covenant_id");

-- CreateIndex
CREATE INDEX "time_out_booking_place_id_idx" ON "time_out_booking"("place_id");

-- AddForeignKey
ALTER TABLE "time_out_place" ADD CONSTRAINT "time_out_place_covenant_id_fkey" FOREIGN KEY ("covenant_id") REFERENCES "covenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_out_place" ADD CONSTRAINT "time_out_place_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_out_booking" ADD CONSTRAINT "time_out_booking_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "time_out_place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_out_booking" ADD CONSTRAINT "time_out_booking_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "spine"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE time_out_place ADD CONSTRAINT some_places CHECK (places BETWEEN 1 AND 50);
CREATE UNIQUE INDEX one_time_out_place_per_case ON time_out_booking (case_id) WHERE ended_on IS NULL;
SELECT app.protect_derived('time_out_place', '');
SELECT app.protect_derived('time_out_booking', '');

-- Until which days rooms of a place are held, without for whom: a reservation that lapsed holds nothing.
CREATE FUNCTION app.held_until(its uuid, beside uuid) RETURNS date[] LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(b.until ORDER BY b.until), '{}') FROM time_out_booking b
   WHERE b.place_id = its AND b.ended_on IS NULL AND (b.taken OR b.until >= app.today()) AND b.case_id IS DISTINCT FROM beside
$$;

-- The places of the covenant, for those who find one or keep them.
CREATE FUNCTION app.time_out_places() RETURNS TABLE (id uuid, organisation_id uuid, kind text, name text, municipality text, places int, free_from date, note text, held date[]) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('mentor', 'zorgLead') THEN RETURN; END IF;
  RETURN QUERY SELECT p.id, p.organisation_id, p.kind, p.name, p.municipality, p.places, p.free_from, p.note, app.held_until(p.id, NULL)
    FROM time_out_place p WHERE p.covenant_id = me.covenant_id AND p.ended_on IS NULL ORDER BY p.municipality, p.name, p.id;
END $$;

-- A new place of the own organisation, or other words about one of its own. Null: not theirs.
CREATE FUNCTION app.keep_time_out_place(its uuid, its_kind text, its_name text, its_municipality text, its_places int, from_day date, its_note text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); kept uuid;
BEGIN
  IF me.id IS NULL OR me.role <> 'zorgLead' THEN RETURN NULL; END IF;
  IF its IS NULL THEN
    INSERT INTO time_out_place (covenant_id, organisation_id, kind, name, municipality, places, free_from, note)
      VALUES (me.covenant_id, me.organisation_id, its_kind, its_name, its_municipality, its_places, from_day, its_note) RETURNING id INTO kept;
  ELSE
    UPDATE time_out_place p SET kind = its_kind, name = its_name, municipality = its_municipality, places = its_places, free_from = from_day, note = its_note
     WHERE p.id = its AND p.covenant_id = me.covenant_id AND p.organisation_id = me.organisation_id AND p.ended_on IS NULL RETURNING p.id INTO kept;
  END IF;
  RETURN kept;
END $$;

-- It is lent no more; who is there stays until they leave. False: not theirs.
CREATE FUNCTION app.end_time_out_place(its uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  UPDATE time_out_place p SET ended_on = app.today() WHERE p.id = its AND p.covenant_id = me.covenant_id AND p.organisation_id = me.organisation_id AND p.ended_on IS NULL AND me.role = 'zorgLead';
  RETURN FOUND;
END $$;

-- What a place is called, and whether this case can have it on that day; the place stays locked until the transaction ends, so that
-- the next one who asks waits for what comes of this. No row: there is none.
CREATE FUNCTION app.time_out_room(its uuid, for_case uuid, on_day date) RETURNS TABLE (name text, full_now boolean, too_early boolean) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); place time_out_place;
BEGIN
  IF me.id IS NULL OR me.role <> 'mentor' OR NOT app.may(me, 'write', ARRAY['timeOuts'], for_case) THEN RETURN; END IF;
  SELECT p.* INTO place FROM time_out_place p WHERE p.id = its AND p.covenant_id = me.covenant_id AND p.ended_on IS NULL FOR UPDATE;
  IF place.id IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT place.name || ' (' || o.name || ', ' || place.municipality || ')', cardinality(app.held_until(place.id, for_case)) >= place.places, place.free_from > on_day
    FROM organisation o WHERE o.id = place.organisation_id;
END $$;

-- A time-out that is written holds its place, or lets it go. Two cases never have one room: whoever comes second is refused here too.
CREATE FUNCTION app.time_out_held() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE place time_out_place;
BEGIN
  IF NEW.time_out_event = 'longer' THEN
    UPDATE time_out_booking SET until = NEW.return_by WHERE case_id = NEW.subject_id AND ended_on IS NULL;
    RETURN NULL;
  END IF;
  UPDATE time_out_booking SET ended_on = NEW.recorded_on WHERE case_id = NEW.subject_id AND ended_on IS NULL;
  IF NEW.register_place IS NULL OR NEW.time_out_event NOT IN ('reserved', 'started') THEN RETURN NULL; END IF;
  SELECT p.* INTO place FROM time_out_place p WHERE p.id = NEW.register_place AND p.covenant_id = NEW.covenant_id FOR UPDATE;
  IF place.id IS NULL THEN RETURN NULL; END IF;
  IF cardinality(app.held_until(place.id, NEW.subject_id)) >= place.places THEN
    RAISE EXCEPTION 'This time-out place is taken' USING ERRCODE = 'TT002';
  END IF;
  INSERT INTO time_out_booking (place_id, case_id, taken, until) VALUES (place.id, NEW.subject_id, NEW.time_out_event = 'started', coalesce(NEW.reserved_until, NEW.return_by));
  RETURN NULL;
END $$;
CREATE TRIGGER time_out_held AFTER INSERT ON case_time_outs FOR EACH ROW EXECUTE FUNCTION app.time_out_held();

-- A case that is closed holds no place.
CREATE FUNCTION app.time_out_let_go() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE time_out_booking SET ended_on = app.today() WHERE case_id = NEW.id AND ended_on IS NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER time_out_let_go AFTER UPDATE OF stage ON spine FOR EACH ROW WHEN (NEW.stage = 'closed' AND NEW.kind = 'case') EXECUTE FUNCTION app.time_out_let_go();

ALTER FUNCTION app.held_until(uuid, uuid) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.time_out_places() OWNER TO thuistafel_kernel;
ALTER FUNCTION app.keep_time_out_place(uuid, text, text, text, int, date, text) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.end_time_out_place(uuid) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.time_out_room(uuid, uuid, date) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.time_out_held() OWNER TO thuistafel_kernel;
ALTER FUNCTION app.time_out_let_go() OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.held_until(uuid, uuid), app.time_out_places(), app.keep_time_out_place(uuid, text, text, text, int, date, text), app.end_time_out_place(uuid), app.time_out_room(uuid, uuid, date), app.time_out_held(), app.time_out_let_go() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.time_out_places(), app.keep_time_out_place(uuid, text, text, text, int, date, text), app.end_time_out_place(uuid), app.time_out_room(uuid, uuid, date) TO thuistafel_app;
