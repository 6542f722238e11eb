-- A tafel in session: who is at the table, which case it has in hand, and what may be heard there. docs/decisions/0033.

CREATE TABLE "tafel_presence" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "delegate" UUID,
    "here" BOOLEAN NOT NULL,
    "at" TEXT NOT NULL,

    CONSTRAINT "tafel_presence_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "tafel_in_hand" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "item" UUID NOT NULL,
    "since" TEXT NOT NULL,

    CONSTRAINT "tafel_in_hand_pkey" PRIMARY KEY ("subject_id")
);
CREATE INDEX "tafel_presence_subject_id_seq_idx" ON "tafel_presence"("subject_id", "seq");
ALTER TABLE "tafel_presence" ADD CONSTRAINT "tafel_presence_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tafel_in_hand" ADD CONSTRAINT "tafel_in_hand_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('presence', 'tafel_presence', 'subject_id', true);
SELECT app.protect('inHand', 'tafel_in_hand', 'subject_id', false);

-- A tafel that is in session now was opened with its seats alone: whoever took them is there, without a name.
SET LOCAL ROLE thuistafel_kernel;
INSERT INTO tafel_presence (subject_id, organisation_id, recorded_on, covenant_id, seat, delegate, here, "at")
  SELECT a.subject_id, c.tafel_host_id, t."on", a.covenant_id, seat, NULL, true, t.at
    FROM tafel_attendance a JOIN spine s ON s.id = a.subject_id AND s.stage = 'inSession' JOIN tafel_session t ON t.subject_id = s.id JOIN covenant c ON c.id = s.covenant_id, unnest(a.seats) seat;
RESET ROLE;

-- Who is at the table now: the last word about each counts.
CREATE FUNCTION app.at_table(tafel uuid) RETURNS TABLE (seat text, delegate uuid) LANGUAGE sql STABLE ROWS 8 SET search_path = pg_catalog, public AS $$
  SELECT last.seat, last.delegate FROM (SELECT DISTINCT ON (p.seat, p.delegate) p.* FROM tafel_presence p WHERE p.subject_id = tafel ORDER BY p.seat, p.delegate, p.seq DESC) last WHERE last.here
$$;

-- The seats without which a tafel in session decides nothing, and that nobody has now; null while it is not in session. For
-- whoever reads who is there.
CREATE FUNCTION app.missing_seats(tafel uuid) RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT coalesce(app.may(app.actor(), 'read', '{presence}', tafel), false) THEN RETURN NULL; END IF;
  RETURN (SELECT ARRAY(SELECT q.seat FROM jsonb_array_elements_text(coalesce(v.rules #> '{tafel,quorum}', '["gemeente", "corporatie", "zorgaanbieder"]')) WITH ORDINALITY q(seat, n)
      WHERE NOT EXISTS (SELECT 1 FROM app.at_table(s.id) p WHERE p.seat = q.seat) ORDER BY q.n)
    FROM spine s JOIN covenant_version v ON v.id = s.covenant_version_id WHERE s.id = tafel AND s.kind = 'tafel' AND s.stage = 'inSession');
END $$;

-- Nobody adopts a list below quorum. To take an adoption back is always possible.
CREATE FUNCTION app.adopted_with_quorum() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE adopts boolean := NEW.chair_by IS NOT NULL OR NEW.secretary_by IS NOT NULL;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    adopts := (NEW.chair_by IS NOT NULL AND NEW.chair_by IS DISTINCT FROM OLD.chair_by) OR (NEW.secretary_by IS NOT NULL AND NEW.secretary_by IS DISTINCT FROM OLD.secretary_by);
  END IF;
  -- Who may not write it at all is refused by the policy, which is asked after this.
  IF adopts AND coalesce(app.may(app.actor(), 'write', '{adoption}', NEW.subject_id), false) AND cardinality(app.missing_seats(NEW.subject_id)) > 0 THEN
    RAISE EXCEPTION 'below quorum' USING ERRCODE = 'TT014';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER adopted_with_quorum BEFORE INSERT OR UPDATE ON tafel_adoption FOR EACH ROW EXECUTE FUNCTION app.adopted_with_quorum();

-- Nor is anything decided below it, or before the tafel of the case is in session. That a decision is fixed, freed or carried
-- out is no decision; neither is one that was adopted before the case came here.
CREATE FUNCTION app.decided_with_quorum() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE tafel uuid := (SELECT a.tafel FROM case_agenda a WHERE a.subject_id = NEW.subject_id); decides boolean := NEW.fixed_on IS NULL AND NEW.adopted_on IS NULL;
BEGIN
  IF decides AND TG_OP = 'UPDATE' THEN
    decides := (to_jsonb(NEW) - '{fixed_on,adopted_on}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{fixed_on,adopted_on}'::text[]);
  END IF;
  IF decides AND coalesce(app.may(app.actor(), 'write', '{decision}', NEW.subject_id), false)
     AND EXISTS (SELECT 1 FROM spine s WHERE s.id = tafel AND s.kind = 'tafel' AND (s.stage <> 'inSession' OR cardinality(app.missing_seats(s.id)) > 0)) THEN
    RAISE EXCEPTION 'below quorum' USING ERRCODE = 'TT014';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decided_with_quorum BEFORE INSERT OR UPDATE ON case_decision FOR EACH ROW EXECUTE FUNCTION app.decided_with_quorum();

-- The sentence of the policies, for somebody who sits at the table: by rights that need no consent of the client for one
-- organisation, and not by what an emergency opened to one person. What was shared with one of them is not said aloud.
CREATE FUNCTION app.hears(m public.membership, object text, kase uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE r.subject_id = kase AND r.covenant_id = m.covenant_id AND r.holder_id IN (m.organisation_id, m.covenant_id) AND r.until IS NULL
      AND g.role = m.role AND g.verb = 'read' AND g.object = hears.object AND g.needs = ''
      AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, m.id)))
$$;

-- What of a case on this agenda everybody at the table may read, and whoever asks. Nothing while nobody is there, or while
-- somebody is of whom nobody knows for whom they came.
CREATE FUNCTION app.heard_at_table(at_tafel uuid, kase uuid) RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF NOT coalesce(app.may(me, 'read', '{inHand}', at_tafel), false) OR NOT EXISTS (SELECT 1 FROM app.at_table(at_tafel))
    OR NOT EXISTS (SELECT 1 FROM case_agenda a WHERE a.subject_id = kase AND a.tafel = at_tafel) THEN RETURN '{}'; END IF;
  RETURN ARRAY(SELECT o.object FROM (SELECT DISTINCT g.object FROM policy_grant g WHERE g.kind = 'case' AND g.verb = 'read' AND g.role = me.role) o
    WHERE app.hears(me, o.object, kase) AND NOT EXISTS (SELECT 1 FROM app.at_table(at_tafel) p LEFT JOIN membership m ON m.id = p.delegate AND m.covenant_id = me.covenant_id AND app.live(m)
      WHERE m.id IS NULL OR NOT app.hears(m, o.object, kase)) ORDER BY o.object);
END $$;

-- What a tafel has in hand, for everybody of the covenant who reads that it meets: its place on the agenda and since when. The
-- case for whoever may read that there is one; its number for others where the covenant says so.
CREATE FUNCTION app.in_hand(at_tafel uuid) RETURNS TABLE (place int, cases int, since text, "case" uuid, number text) LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF NOT coalesce(app.may(me, 'read', '{spine}', at_tafel), false) THEN RETURN; END IF;
  RETURN QUERY WITH said AS (SELECT i."case", min(i.seq) AS came, (array_agg(i."on" ORDER BY i.seq DESC))[1] AS "on", (array_agg(i.number ORDER BY i.seq DESC))[1] AS number FROM tafel_items i WHERE i.subject_id = at_tafel GROUP BY i."case"),
      agenda AS (SELECT i.*, row_number() OVER (ORDER BY array_position(o.cases, i."case") NULLS LAST, i.came) AS place, count(*) OVER () AS cases
        FROM said i LEFT JOIN tafel_agenda_order o ON o.subject_id = at_tafel WHERE i."on")
    SELECT a.place::int, a.cases::int, h.since, CASE WHEN own.reads THEN a."case" END,
        CASE WHEN own.reads OR v.rules #>> '{tafel,withoutStake}' = 'number' THEN a.number END
      FROM tafel_in_hand h JOIN agenda a ON a."case" = h.item JOIN spine s ON s.id = at_tafel AND s.stage = 'inSession' JOIN covenant_version v ON v.id = s.covenant_version_id,
        LATERAL (SELECT coalesce(app.may(me, 'read', '{spine}', a."case"), false) AS reads) own
     WHERE h.subject_id = at_tafel;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.at_table(uuid)', 'app.missing_seats(uuid)', 'app.adopted_with_quorum()', 'app.decided_with_quorum()', 'app.hears(membership, text, uuid)', 'app.heard_at_table(uuid, uuid)', 'app.in_hand(uuid)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.missing_seats(uuid), app.heard_at_table(uuid, uuid), app.in_hand(uuid) TO thuistafel_app;
