-- Where each party stands before a tafel, hidden from the others until all have spoken or the tafel begins. docs/decisions/0031.

CREATE TABLE "case_positions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "tafel" UUID NOT NULL,
    "position" TEXT NOT NULL,
    "position_reason" TEXT NOT NULL,

    CONSTRAINT "case_positions_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_positions_subject_id_seq_idx" ON "case_positions"("subject_id", "seq");
ALTER TABLE "case_positions" ADD CONSTRAINT "case_positions_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('positions', 'case_positions', 'subject_id', true);

-- The parties that are asked before this tafel: the provider, the gemeente, and each corporatie that is a guest; `by` is the
-- organisation that spoke for it last, which for a gemeente can be the one with its mandate. For whoever may read positions at all.
CREATE FUNCTION app.positions_asked(kase uuid, at_tafel uuid) RETURNS TABLE (part text, organisation_id uuid, by uuid) LANGUAGE plpgsql STABLE ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT coalesce(app.may(app.actor(), 'read', '{positions}', kase), false) THEN RETURN; END IF;
  RETURN QUERY SELECT p.part, p.organisation_id, (SELECT c.organisation_id FROM case_positions c JOIN relation r ON r.subject_id = kase AND r.part = p.part AND r.holder_id = c.organisation_id
      WHERE c.subject_id = kase AND c.tafel = at_tafel ORDER BY c.seq DESC LIMIT 1)
    FROM party p WHERE p.subject_id = kase AND p.part IN ('provider', 'gemeente')
   UNION ALL SELECT 'guest', g.id, (SELECT c.organisation_id FROM case_positions c WHERE c.subject_id = kase AND c.tafel = at_tafel AND c.organisation_id = g.id LIMIT 1)
    FROM organisation g WHERE g.kind = 'corporatie'
     AND EXISTS (SELECT 1 FROM relation r WHERE r.subject_id = kase AND r.part = 'guest' AND r.holder_id = g.id);
END $$;

-- Whether all of it is shown: the tafel began, or every party spoke. For whoever may read positions at all: how far a tafel
-- is, is no one else's.
CREATE FUNCTION app.positions_shown(kase uuid, at_tafel uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN coalesce(app.may(app.actor(), 'read', '{positions}', kase), false)
    AND (EXISTS (SELECT 1 FROM spine s WHERE s.id = at_tafel AND s.kind = 'tafel' AND s.stage IN ('inSession', 'adopted'))
      OR coalesce((SELECT bool_and(a.by IS NOT NULL) FROM app.positions_asked(kase, at_tafel) a), false));
END $$;

-- A party says where it stands while the case is on that tafel, which has not begun, and nothing was shown yet.
CREATE FUNCTION app.position_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  -- Who may not write it at all is refused by the policy, which is asked after this.
  IF me.id IS NULL OR NEW.organisation_id <> me.organisation_id OR NOT app.may(me, 'write', '{positions}', NEW.subject_id) THEN RETURN NEW; END IF;
  IF app.positions_shown(NEW.subject_id, NEW.tafel) OR NOT EXISTS (
      SELECT 1 FROM case_agenda a JOIN spine s ON s.id = a.tafel WHERE a.subject_id = NEW.subject_id AND a.tafel = NEW.tafel AND s.stage = 'planned') THEN
    RAISE EXCEPTION 'too late for a position' USING ERRCODE = 'TT013';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER position_kept BEFORE INSERT ON case_positions FOR EACH ROW EXECUTE FUNCTION app.position_kept();

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.positions_asked(uuid, uuid)', 'app.positions_shown(uuid, uuid)', 'app.position_kept()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.positions_asked(uuid, uuid), app.positions_shown(uuid, uuid) TO thuistafel_app;

-- Who leads or writes at the table is of no party, also not of the one they work for.
DO $$ BEGIN
  EXECUTE format('ALTER POLICY readable ON case_positions USING ((%s) AND ((organisation_id = (SELECT app.organisation()) AND (SELECT app.role()) <> ALL (''{coordinator,chair,secretary}''::text[])) OR app.positions_shown(subject_id, tafel)))',
    (SELECT pg_get_expr(p.polqual, p.polrelid) FROM pg_policy p WHERE p.polrelid = 'case_positions'::regclass AND p.polname = 'readable'));
END $$;
