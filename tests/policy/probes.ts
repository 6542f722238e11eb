// Functions that try what an actor may write, in the database of a test alone.

/**
 * Each tries one thing for many subjects and undoes it, as whoever calls: only "not allowed" (42501) is an answer,
 * anything else is an error of the test.
 */
export const PROBES = `
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO thuistafel_kernel;
CREATE SCHEMA probe;
GRANT USAGE ON SCHEMA probe TO PUBLIC;
-- A position is given of a case that stands on an agenda: without it a trigger answers before the policy is asked.
CREATE FUNCTION probe.on_agenda(kase uuid, at_tafel uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS
  'INSERT INTO case_agenda (subject_id, covenant_id, tafel) SELECT id, covenant_id, at_tafel FROM spine WHERE id = kase';
GRANT CREATE ON SCHEMA probe TO thuistafel_kernel;
ALTER FUNCTION probe.on_agenda OWNER TO thuistafel_kernel;
REVOKE CREATE ON SCHEMA probe FROM thuistafel_kernel;
CREATE FUNCTION probe.inserted(t text, key text, row_of jsonb, ids uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE i uuid; names text := (SELECT string_agg(quote_ident(k), ', ') FROM jsonb_object_keys(row_of || jsonb_build_object(key, '')) k);
BEGIN
  FOREACH i IN ARRAY ids LOOP
    BEGIN
      IF t = 'case_positions' THEN PERFORM probe.on_agenda(i, (row_of->>'tafel')::uuid); END IF;
      EXECUTE format('INSERT INTO %I (%s) SELECT %2$s FROM jsonb_populate_record(null::%1$I, $1)', t, names) USING row_of || jsonb_build_object(key, i);
      RAISE EXCEPTION 'undone' USING ERRCODE = 'TT999';
    EXCEPTION WHEN insufficient_privilege THEN NULL;
      -- TT012, TT015, TT016: the policy let it in, and a trigger behind it finds no such row to take back, or no two who decided so.
      WHEN SQLSTATE 'TT999' OR SQLSTATE 'TT012' OR SQLSTATE 'TT016' OR SQLSTATE 'TT015' THEN RETURN NEXT i;
    END;
  END LOOP;
END $$;
CREATE FUNCTION probe.taken(step text, at jsonb, cause uuid) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE x jsonb;
BEGIN
  FOR x IN SELECT * FROM jsonb_array_elements(at) LOOP
    BEGIN
      PERFORM app.record_step(jsonb_build_object('subjectId', x->>'id', 'version', 0, 'step', step, 'from', x->>'stage', 'to', x->>'stage', 'on', '2026-01-05', 'causeId', cause));
      RAISE EXCEPTION 'undone' USING ERRCODE = 'TT999';
    EXCEPTION WHEN insufficient_privilege THEN NULL;
      WHEN SQLSTATE 'TT999' THEN RETURN NEXT (x->>'id')::uuid;
    END;
  END LOOP;
END $$;`
