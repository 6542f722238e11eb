-- A tafel is closed once nothing of it is left to do, or somebody said what is. docs/decisions/0039.

CREATE TABLE "tafel_closure" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "letters_sent" BOOLEAN NOT NULL,
    "remaining" TEXT,
    "closed_on" DATE NOT NULL,

    CONSTRAINT "tafel_closure_pkey" PRIMARY KEY ("subject_id")
);
ALTER TABLE "tafel_closure" ADD CONSTRAINT "tafel_closure_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('closure', 'tafel_closure', 'subject_id', false);

-- As before; what was shown when a tafel began stays shown when it is closed.
CREATE OR REPLACE FUNCTION app.positions_shown(kase uuid, at_tafel uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN coalesce(app.may(app.actor(), 'read', '{positions}', kase), false)
    AND (EXISTS (SELECT 1 FROM spine s WHERE s.id = at_tafel AND s.kind = 'tafel' AND s.stage IN ('inSession', 'adopted', 'closed'))
      OR coalesce((SELECT bool_and(a.by IS NOT NULL) FROM app.positions_asked(kase, at_tafel) a), false));
END $$;

-- What of a tafel still waits: cases on its agenda on which nothing was decided and that went on to no other tafel, and
-- conditions of its decisions that nobody sees to, or by no day. Two counts, also of cases that the actor may not open.
CREATE FUNCTION app.still_open(at_tafel uuid) RETURNS TABLE (undecided int, without_owner int) LANGUAGE plpgsql STABLE ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT coalesce(app.may(app.actor(), 'read', '{closure}', at_tafel), false) THEN RETURN; END IF;
  RETURN QUERY WITH agenda AS (SELECT last."case" FROM (SELECT DISTINCT ON (i."case") i."case", i."on" FROM tafel_items i WHERE i.subject_id = at_tafel ORDER BY i."case", i.seq DESC) last WHERE last."on"),
      decided AS (SELECT d.subject_id, d.version FROM case_decisions d WHERE d.tafel = at_tafel AND d.adopted_on IS NOT NULL)
    SELECT (SELECT count(*)::int FROM agenda a WHERE NOT EXISTS (SELECT 1 FROM decided d WHERE d.subject_id = a."case")
          AND NOT EXISTS (SELECT 1 FROM case_decision l WHERE l.subject_id = a."case" AND l.adopted_on IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM case_agenda n WHERE n.subject_id = a."case" AND n.tafel <> at_tafel)),
      (SELECT count(*)::int FROM decided d JOIN case_conditions c ON c.subject_id = d.subject_id AND c.version = d.version
        WHERE (c.condition_by IS NULL OR c.condition_on IS NULL)
          AND c.seq >= (SELECT max(b.seq) FROM case_conditions b WHERE b.subject_id = c.subject_id AND b.version = c.version AND b.begins));
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.positions_shown(uuid, uuid)', 'app.still_open(uuid)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.positions_shown(uuid, uuid), app.still_open(uuid) TO thuistafel_app;
