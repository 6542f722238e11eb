-- A search stops where it may. Of what many words stand in, the newest (of names, the first) are looked at; only where that is not enough for
-- this person, all of it, and for who has few cases then only what stands in those. What is found, and in which order, stays as it
-- was: on each row that was looked at the grants decide, as before. docs/decisions/0032 says more.

-- Each tafel there ever was had its place cut into words by each search.
CREATE INDEX tafel_session_place ON tafel_session USING gin (app.words_of(place));
CREATE INDEX tafel_session_on ON tafel_session ("on") WHERE "on" IS NOT NULL;
CREATE INDEX case_notes_readers ON case_notes USING gin (readers) WHERE readers IS NOT NULL;

-- The cases of which this person reads one of these by a grant, with their clients; null where they are more than this. It decides nothing: it
-- keeps away what would not be found in the end.
CREATE FUNCTION app.few_of(me public.membership, objects text[], most int, OUT subjects uuid[], OUT people uuid[]) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  subjects := ARRAY(SELECT r.subject_id FROM relation r WHERE r.holder_id IN (me.organisation_id, me.covenant_id) AND r.covenant_id = me.covenant_id AND r.subject_kind = 'case'
    AND (r.relation, r.stage) IN (SELECT g.relation, g.stage FROM policy_grant g WHERE g.kind = 'case' AND g.role = me.role AND g.verb = 'read' AND g.object = ANY (objects)) LIMIT most + 1);
  IF cardinality(subjects) > most THEN subjects := NULL; RETURN; END IF;
  people := ARRAY(SELECT s.person_id FROM spine s WHERE s.id = ANY (subjects) AND s.person_id IS NOT NULL);
END $$;

-- Cases by name, as before. The first 500 names bring along everybody who is called like the last of them.
CREATE OR REPLACE FUNCTION app.find_by_name(words text[], most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE me membership := app.actor(); wanted tsquery; own uuid[]; found uuid[]; looked bigint; shown bigint := 500;
BEGIN
  SELECT to_tsquery('simple', string_agg(app.folded(w) || ':*', ' & ')) INTO wanted FROM unnest(words) w WHERE w ~ '^\w+$';
  LOOP
    WITH named AS MATERIALIZED (SELECT i.person_id, i.family_name, i.given_name FROM case_identity i
        WHERE to_tsvector('simple', app.folded(i.given_name || ' ' || i.family_name)) @@ wanted AND (own IS NULL OR i.person_id = ANY (own))
        ORDER BY i.family_name, i.given_name FETCH FIRST (shown) ROWS WITH TIES)
    SELECT ARRAY(SELECT r.subject_id FROM named i JOIN relation r ON r.person_id = i.person_id
          JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
        WHERE r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id)
          AND g.kind = 'case' AND g.role = me.role AND g.verb = 'read' AND g.object = 'identity' AND (g.needs = '' OR app.consented(i.person_id, g.needs))
          AND NOT (r.shield IS NOT NULL AND g.guarded AND app.unnamed(r.shield, me.id))
        GROUP BY r.subject_id ORDER BY min(i.family_name), min(i.given_name), r.subject_id LIMIT most),
      (SELECT count(*) FROM named) INTO found, looked;
    EXIT WHEN cardinality(found) >= most OR looked < shown;
    shown := 2147483647;
    own := (app.few_of(me, ARRAY['identity'], 20000)).people;
  END LOOP;
  RETURN QUERY SELECT unnest(found);
END $$;

-- Cases by number, alias, name, or a name that is nearly that, as before; who has few cases is nearly called like a client of those alone.
CREATE OR REPLACE FUNCTION app.search_cases(me public.membership, words text[], numbers text[], most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public
  SET pg_trgm.word_similarity_threshold = 0.5 SET plan_cache_mode = force_custom_plan AS $$
DECLARE n int; own uuid[]; longest text := (SELECT w FROM unnest(words) w ORDER BY length(w) DESC, w LIMIT 1); shown int := 0;
BEGIN
  RETURN QUERY SELECT s.id FROM spine s WHERE s.covenant_id = me.covenant_id AND s.kind = 'case' AND s.number = ANY (numbers) AND app.finds(me, 'case', 'spine', s.id) ORDER BY s.number DESC LIMIT most;
  GET DIAGNOSTICS n = ROW_COUNT; shown := n;
  IF longest IS NULL OR shown > 0 THEN RETURN; END IF;
  RETURN QUERY SELECT h.subject_id FROM named_person p JOIN case_shield h ON h.subject_id = p.subject_id
    WHERE p.membership_id = me.id AND h.ended_on IS NULL AND app.words_of(h.alias) @@ (SELECT to_tsquery('simple', string_agg(w || ':*', ' & ')) FROM unnest(words) w)
      AND app.finds(me, 'case', 'shield', h.subject_id) ORDER BY h.alias LIMIT most;
  GET DIAGNOSTICS n = ROW_COUNT; shown := shown + n;
  RETURN QUERY SELECT f FROM app.find_by_name(words, most) f WHERE app.finds(me, 'case', 'identity', f);
  GET DIAGNOSTICS n = ROW_COUNT; shown := shown + n;
  IF shown > 0 OR length(longest) < 4 THEN RETURN; END IF;
  own := (app.few_of(me, ARRAY['identity'], 20000)).people;
  -- The nearest first; each word must be near some part of the name.
  RETURN QUERY SELECT DISTINCT ON (x.place, r.subject_id) r.subject_id FROM (
      SELECT c.person_id, row_number() OVER (ORDER BY c.near DESC, c.family_name, c.person_id) AS place FROM (
        SELECT i.person_id, i.family_name, trigram.word_similarity(longest, app.folded(i.given_name || ' ' || i.family_name)) AS near FROM case_identity i
         WHERE app.folded(i.given_name || ' ' || i.family_name) OPERATOR(trigram.%>) longest AND (own IS NULL OR i.person_id = ANY (own))
           AND (cardinality(words) = 1 OR NOT EXISTS (SELECT 1 FROM unnest(words) w WHERE trigram.word_similarity(w, app.folded(i.given_name || ' ' || i.family_name)) < 0.5))) c
      ORDER BY place OFFSET 0) x JOIN LATERAL (SELECT y.subject_id FROM relation y WHERE y.person_id = x.person_id AND y.subject_kind = 'case' GROUP BY 1) r ON true
    WHERE app.finds(me, 'case', 'identity', r.subject_id) ORDER BY x.place, r.subject_id LIMIT most;
END $$;

-- Papers by the words of their titles, of those that count.
CREATE OR REPLACE FUNCTION app.search_papers(me public.membership, wanted tsquery, most int) RETURNS TABLE (id uuid, at uuid) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE own uuid[]; ids uuid[]; ats uuid[]; looked bigint; shown bigint := 500;
BEGIN
  LOOP
    WITH titled AS MATERIALIZED (SELECT * FROM (
      SELECT 'papersIdentity' AS object, x.paper, x.subject_id, x.recorded_on FROM case_papers_identity x WHERE app.dutch(x.file_name) @@ wanted AND (own IS NULL OR x.subject_id = ANY (own))
      UNION ALL SELECT 'papersIncome' AS object, x.paper, x.subject_id, x.recorded_on FROM case_papers_income x WHERE app.dutch(x.file_name) @@ wanted AND (own IS NULL OR x.subject_id = ANY (own))
      UNION ALL SELECT 'papersHousing' AS object, x.paper, x.subject_id, x.recorded_on FROM case_papers_housing x WHERE app.dutch(x.file_name) @@ wanted AND (own IS NULL OR x.subject_id = ANY (own))
      UNION ALL SELECT 'papersSupport' AS object, x.paper, x.subject_id, x.recorded_on FROM case_papers_support x WHERE app.dutch(x.file_name) @@ wanted AND (own IS NULL OR x.subject_id = ANY (own))
      UNION ALL SELECT 'papersContract' AS object, x.paper, x.subject_id, x.recorded_on FROM case_papers_contract x WHERE app.dutch(x.file_name) @@ wanted AND (own IS NULL OR x.subject_id = ANY (own))
      UNION ALL SELECT 'papersOwn' AS object, x.paper, x.subject_id, x.recorded_on FROM case_papers_own x WHERE app.dutch(x.file_name) @@ wanted AND (own IS NULL OR x.subject_id = ANY (own))) q WHERE app.reads(me, 'case', q.object) ORDER BY q.recorded_on DESC, q.paper LIMIT shown)
    SELECT array_agg(p.paper), array_agg(p.subject_id), (SELECT count(*) FROM titled) INTO ids, ats, looked FROM (SELECT t.paper, t.subject_id FROM titled t WHERE NOT EXISTS (SELECT 1 FROM (
      SELECT 'papersIdentity' AS object, x.subject_id, x.paper, x.replaces, x.withdrawn_on FROM case_papers_identity x
      UNION ALL SELECT 'papersIncome' AS object, x.subject_id, x.paper, x.replaces, x.withdrawn_on FROM case_papers_income x
      UNION ALL SELECT 'papersHousing' AS object, x.subject_id, x.paper, x.replaces, x.withdrawn_on FROM case_papers_housing x
      UNION ALL SELECT 'papersSupport' AS object, x.subject_id, x.paper, x.replaces, x.withdrawn_on FROM case_papers_support x
      UNION ALL SELECT 'papersContract' AS object, x.subject_id, x.paper, x.replaces, x.withdrawn_on FROM case_papers_contract x
      UNION ALL SELECT 'papersOwn' AS object, x.subject_id, x.paper, x.replaces, x.withdrawn_on FROM case_papers_own x) y WHERE y.object = t.object AND y.subject_id = t.subject_id AND (y.replaces = t.paper OR (y.paper = t.paper AND y.withdrawn_on IS NOT NULL)))
      AND app.finds(me, 'case', t.object, t.subject_id) LIMIT most) p;
    EXIT WHEN cardinality(ids) >= most OR looked < shown;
    shown := 2147483647;
    own := (app.few_of(me, ARRAY['papersIdentity', 'papersIncome', 'papersHousing', 'papersSupport', 'papersContract', 'papersOwn'], 20000)).subjects;
  END LOOP;
  RETURN QUERY SELECT * FROM unnest(ids, ats);
END $$;

-- Notes by their words, of those whose reader this person is: each once, with the last of its rows that holds the words.
CREATE FUNCTION app.search_notes(me public.membership, wanted tsquery, most int) RETURNS TABLE (id uuid, at uuid) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE own uuid[]; ids uuid[]; ats uuid[]; looked bigint; shown bigint := 500;
BEGIN
  IF NOT app.reads(me, 'case', 'notes') THEN RETURN; END IF;
  LOOP
    WITH worded AS MATERIALIZED (SELECT n.note_id, n.subject_id, n.seq FROM case_notes n
        WHERE app.dutch(coalesce(n.note_text, '')) @@ wanted AND n.readers && ARRAY[me.organisation_id, me.id] AND (own IS NULL OR n.subject_id = ANY (own)) ORDER BY n.seq DESC LIMIT shown)
    SELECT array_agg(z.note_id), array_agg(z.subject_id), (SELECT count(*) FROM worded) INTO ids, ats, looked
      FROM (SELECT y.note_id, y.subject_id FROM (SELECT * FROM (SELECT DISTINCT ON (w.note_id) w.* FROM worded w ORDER BY w.note_id, w.seq DESC) d ORDER BY d.seq DESC OFFSET 0) y
        WHERE app.finds(me, 'case', 'notes', y.subject_id) LIMIT most) z;
    EXIT WHEN cardinality(ids) >= most OR looked < shown;
    shown := 2147483647;
    own := (app.few_of(me, ARRAY['notes'], 20000)).subjects;
  END LOOP;
  RETURN QUERY SELECT * FROM unnest(ids, ats);
END $$;

-- Everything at once, as before: at most so many of each kind, of what this person finds; how many there are beyond is not counted. The
-- words hold letters and digits only. `at` is the subject on whose page it stands.
CREATE OR REPLACE FUNCTION app.search(words text[], numbers text[], day date, most int) RETURNS TABLE (what text, id uuid, at uuid) LANGUAGE plpgsql STABLE ROWS 60 SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE me membership := app.actor(); folded text[] := ARRAY(SELECT app.folded(w) FROM unnest(words) w WHERE w ~ '^\w+$'); plain tsquery; dutch tsquery; bound int := least(most, 50);
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT 'cases', c, c FROM app.search_cases(me, folded, numbers, bound) c;
  SELECT to_tsquery('simple', string_agg(w || ':*', ' & ')), to_tsquery('dutch', string_agg(w || ':*', ' & ')) INTO plain, dutch FROM unnest(folded) w;
  IF app.reads(me, 'tafel', 'session') THEN
    RETURN QUERY SELECT 'tafels', x.subject_id, x.subject_id FROM (SELECT t.subject_id FROM tafel_session t
        WHERE (t."on" = day OR app.words_of(t.place) @@ plain) AND t.covenant_id = me.covenant_id ORDER BY t."on" DESC, t.subject_id OFFSET 0) x
      WHERE app.finds(me, 'tafel', 'session', x.subject_id) LIMIT bound;
  END IF;
  IF cardinality(folded) = 0 THEN RETURN; END IF;
  RETURN QUERY SELECT 'homes', d, d FROM app.search_dwellings(me, folded, bound) d;
  RETURN QUERY SELECT 'people', p, p FROM app.search_people(me, folded, bound) p;
  RETURN QUERY SELECT 'papers', p.id, p.at FROM app.search_papers(me, dutch, bound) p;
  RETURN QUERY SELECT 'notes', n.id, n.at FROM app.search_notes(me, dutch, bound) n;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.few_of(membership, text[], int)', 'app.find_by_name(text[], int)', 'app.search_cases(membership, text[], text[], int)', 'app.search_papers(membership, tsquery, int)', 'app.search_notes(membership, tsquery, int)', 'app.search(text[], text[], date, int)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.find_by_name(text[], int), app.search(text[], text[], date, int) TO thuistafel_app;
