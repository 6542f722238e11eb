-- One search over everything that one person may see. Words are compared inside these functions, which ask the same grants as
-- the policies: an operator that compares texts may not use an index under row-level security. They give ids and no more.

-- Comes with Postgres itself, and is trusted: the owner of a database may add it. In a schema that the website cannot use.
CREATE SCHEMA trigram;
GRANT USAGE ON SCHEMA trigram TO thuistafel_kernel;
CREATE EXTENSION pg_trgm SCHEMA trigram;

-- The words of a title or a note, in Dutch: huizen finds huis. Points and dashes stand between words.
CREATE FUNCTION app.dutch(written text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT to_tsvector('dutch', app.folded(regexp_replace(written, '[^[:alnum:]]+', ' ', 'g'))) $$;
CREATE FUNCTION app.words_of(written text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT to_tsvector('simple', app.folded(written)) $$;

CREATE INDEX case_identity_alike ON case_identity USING gin (app.folded(given_name || ' ' || family_name) trigram.gin_trgm_ops);
CREATE INDEX dwelling_facts_address ON dwelling_facts USING gin (app.words_of(street || ' ' || house_number || ' ' || postcode));
CREATE INDEX dwelling_facts_place ON dwelling_facts (municipality) WHERE municipality IS NOT NULL;
CREATE INDEX case_notes_words ON case_notes USING gin (app.dutch(coalesce(note_text, '')));
CREATE INDEX case_papers_identity_title ON case_papers_identity USING gin (app.dutch(file_name));
CREATE INDEX case_papers_income_title ON case_papers_income USING gin (app.dutch(file_name));
CREATE INDEX case_papers_housing_title ON case_papers_housing USING gin (app.dutch(file_name));
CREATE INDEX case_papers_support_title ON case_papers_support USING gin (app.dutch(file_name));
CREATE INDEX case_papers_contract_title ON case_papers_contract USING gin (app.dutch(file_name));
CREATE INDEX case_papers_own_title ON case_papers_own USING gin (app.dutch(file_name));

-- Which of these rows of a subject this person may read by a grant for `wanted`: by their organisation or covenant, and of what is
-- shielded only when they were named, whatever stays open under an alias.
CREATE FUNCTION app.finds(me public.membership, wanted_kind text, wanted text, subject uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE r.subject_id = subject AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id) AND r.subject_kind = wanted_kind
      AND g.role = me.role AND g.verb = 'read' AND g.object = wanted AND (g.needs = '' OR app.consented(r.person_id, g.needs))
      AND (r.shield IS NULL OR NOT app.unnamed(r.shield, me.id)));
END $$;

-- Whether this role reads it at all: who does not is asked nothing further.
CREATE FUNCTION app.reads(me public.membership, wanted_kind text, wanted text) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM policy_grant g WHERE g.kind = wanted_kind AND g.role = me.role AND g.verb = 'read' AND g.object = wanted) $$;

-- Cases by number, by the alias of those whom one was named for, by name; and where none fits, by a name that is nearly that.
CREATE FUNCTION app.search_cases(me public.membership, words text[], numbers text[], most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public
  SET pg_trgm.word_similarity_threshold = 0.5 SET plan_cache_mode = force_custom_plan AS $$
DECLARE n int; longest text := (SELECT w FROM unnest(words) w ORDER BY length(w) DESC, w LIMIT 1); shown int := 0;
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
  -- The nearest first; each word must be near some part of the name.
  RETURN QUERY SELECT DISTINCT ON (x.place, r.subject_id) r.subject_id FROM (
      SELECT c.person_id, row_number() OVER (ORDER BY c.near DESC, c.family_name, c.person_id) AS place FROM (
        SELECT i.person_id, i.family_name, trigram.word_similarity(longest, app.folded(i.given_name || ' ' || i.family_name)) AS near FROM case_identity i
         WHERE app.folded(i.given_name || ' ' || i.family_name) OPERATOR(trigram.%>) longest
           AND (cardinality(words) = 1 OR NOT EXISTS (SELECT 1 FROM unnest(words) w WHERE trigram.word_similarity(w, app.folded(i.given_name || ' ' || i.family_name)) < 0.5))) c
      ORDER BY place OFFSET 0) x JOIN LATERAL (SELECT y.subject_id FROM relation y WHERE y.person_id = x.person_id AND y.subject_kind = 'case' GROUP BY 1) r ON true
    WHERE app.finds(me, 'case', 'identity', r.subject_id) ORDER BY x.place, r.subject_id LIMIT most;
END $$;

-- Dwellings by street, number, postcode or place; a street that is nearly that, where none fits.
CREATE FUNCTION app.search_dwellings(me public.membership, words text[], most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE wanted tsquery := (SELECT to_tsquery('simple', string_agg(w || ':*', ' & ')) FROM unnest(words) w);
  places uuid[] := ARRAY(SELECT o.id FROM organisation o WHERE o.kind = 'gemeente' AND app.words_of(o.name) @@ wanted);
BEGIN
  IF NOT app.reads(me, 'dwelling', 'facts') THEN RETURN; END IF;
  RETURN QUERY SELECT x.id FROM (SELECT s.id, s.number FROM dwelling_facts f JOIN spine s ON s.id = f.subject_id
      WHERE (app.words_of(f.street || ' ' || f.house_number || ' ' || f.postcode) @@ wanted OR f.municipality = ANY (places)) AND s.covenant_id = me.covenant_id
      ORDER BY s.number DESC OFFSET 0) x
    WHERE app.finds(me, 'dwelling', 'facts', x.id) ORDER BY x.number DESC LIMIT most;
END $$;

-- Colleagues of the own organisation who work today; and by a name that is nearly that. Who works at a partner is nobody's to
-- look up: the people of a case stand in that case.
CREATE FUNCTION app.search_people(me public.membership, words text[], most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
DECLARE wanted tsquery := (SELECT to_tsquery('simple', string_agg(w || ':*', ' & ')) FROM unnest(words) w); longest text := (SELECT w FROM unnest(words) w ORDER BY length(w) DESC, w LIMIT 1);
BEGIN
  RETURN QUERY WITH everybody AS (
      SELECT m.id, m AS one, a.name, app.words_of(a.name) @@ wanted AS by_name, app.words_of(a.name || ' ' || o.name) @@ wanted AS by_all, trigram.word_similarity(longest, app.folded(a.name)) AS near
        FROM membership m JOIN account a ON a.id = m.account_id JOIN organisation o ON o.id = m.organisation_id
       WHERE m.covenant_id = me.covenant_id AND m.organisation_id = me.organisation_id)
    SELECT e.id FROM everybody e
     WHERE (e.by_all OR (NOT EXISTS (SELECT 1 FROM everybody x WHERE x.by_all AND app.live(x.one)) AND length(longest) > 3 AND e.near >= 0.5)) AND app.live(e.one)
     ORDER BY e.by_name DESC, e.near DESC, e.name, e.id LIMIT most;
END $$;

-- Papers by the words of their titles, of those that count.
CREATE FUNCTION app.search_papers(me public.membership, wanted tsquery, most int) RETURNS TABLE (id uuid, at uuid) LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  RETURN QUERY SELECT p.paper, p.subject_id FROM (SELECT * FROM (
      SELECT 'papersIdentity' AS object, x.paper, x.subject_id, x.recorded_on FROM case_papers_identity x WHERE app.dutch(x.file_name) @@ wanted AND NOT EXISTS (SELECT 1 FROM case_papers_identity y WHERE y.subject_id = x.subject_id AND (y.replaces = x.paper OR (y.paper = x.paper AND y.withdrawn_on IS NOT NULL)))
      UNION ALL SELECT 'papersIncome', x.paper, x.subject_id, x.recorded_on FROM case_papers_income x WHERE app.dutch(x.file_name) @@ wanted AND NOT EXISTS (SELECT 1 FROM case_papers_income y WHERE y.subject_id = x.subject_id AND (y.replaces = x.paper OR (y.paper = x.paper AND y.withdrawn_on IS NOT NULL)))
      UNION ALL SELECT 'papersHousing', x.paper, x.subject_id, x.recorded_on FROM case_papers_housing x WHERE app.dutch(x.file_name) @@ wanted AND NOT EXISTS (SELECT 1 FROM case_papers_housing y WHERE y.subject_id = x.subject_id AND (y.replaces = x.paper OR (y.paper = x.paper AND y.withdrawn_on IS NOT NULL)))
      UNION ALL SELECT 'papersSupport', x.paper, x.subject_id, x.recorded_on FROM case_papers_support x WHERE app.dutch(x.file_name) @@ wanted AND NOT EXISTS (SELECT 1 FROM case_papers_support y WHERE y.subject_id = x.subject_id AND (y.replaces = x.paper OR (y.paper = x.paper AND y.withdrawn_on IS NOT NULL)))
      UNION ALL SELECT 'papersContract', x.paper, x.subject_id, x.recorded_on FROM case_papers_contract x WHERE app.dutch(x.file_name) @@ wanted AND NOT EXISTS (SELECT 1 FROM case_papers_contract y WHERE y.subject_id = x.subject_id AND (y.replaces = x.paper OR (y.paper = x.paper AND y.withdrawn_on IS NOT NULL)))
      UNION ALL SELECT 'papersOwn', x.paper, x.subject_id, x.recorded_on FROM case_papers_own x WHERE app.dutch(x.file_name) @@ wanted AND NOT EXISTS (SELECT 1 FROM case_papers_own y WHERE y.subject_id = x.subject_id AND (y.replaces = x.paper OR (y.paper = x.paper AND y.withdrawn_on IS NOT NULL)))) q WHERE app.reads(me, 'case', q.object) ORDER BY q.recorded_on DESC, q.paper OFFSET 0) p
    WHERE app.finds(me, 'case', p.object, p.subject_id) LIMIT most;
END $$;

-- Everything at once: at most so many of each kind, of what this person finds; how many there are beyond is not counted. The words hold
-- letters and digits only. `at` is the subject on whose page it stands.
CREATE FUNCTION app.search(words text[], numbers text[], day date, most int) RETURNS TABLE (what text, id uuid, at uuid) LANGUAGE plpgsql STABLE ROWS 60 SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); folded text[] := ARRAY(SELECT app.folded(w) FROM unnest(words) w WHERE w ~ '^\w+$'); dutch tsquery; bound int := least(most, 50);
BEGIN
  IF me.id IS NULL THEN RETURN; END IF;
  RETURN QUERY SELECT 'cases', c, c FROM app.search_cases(me, folded, numbers, bound) c;
  IF day IS NOT NULL OR cardinality(folded) > 0 THEN
    RETURN QUERY SELECT 'tafels', t.subject_id, t.subject_id FROM tafel_session t
      WHERE (t."on" = day OR (cardinality(folded) > 0 AND app.words_of(t.place) @@ (SELECT to_tsquery('simple', string_agg(w || ':*', ' & ')) FROM unnest(folded) w)))
        AND t.covenant_id = me.covenant_id AND app.finds(me, 'tafel', 'session', t.subject_id) ORDER BY t."on" DESC, t.subject_id LIMIT bound;
  END IF;
  IF cardinality(folded) = 0 THEN RETURN; END IF;
  SELECT to_tsquery('dutch', string_agg(w || ':*', ' & ')) INTO dutch FROM unnest(folded) w;
  RETURN QUERY SELECT 'homes', d, d FROM app.search_dwellings(me, folded, bound) d;
  RETURN QUERY SELECT 'people', p, p FROM app.search_people(me, folded, bound) p;
  RETURN QUERY SELECT 'papers', p.id, p.at FROM app.search_papers(me, dutch, bound) p;
  RETURN QUERY SELECT 'notes', n.note_id, n.subject_id FROM (SELECT DISTINCT ON (n.note_id) n.note_id, n.subject_id, n.seq FROM case_notes n
      WHERE app.dutch(coalesce(n.note_text, '')) @@ dutch AND n.readers && ARRAY[me.organisation_id, me.id] AND app.finds(me, 'case', 'notes', n.subject_id) ORDER BY n.note_id, n.seq DESC) n
    ORDER BY n.seq DESC LIMIT bound;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.dutch(text)', 'app.reads(membership, text, text)', 'app.words_of(text)', 'app.finds(membership, text, text, uuid)', 'app.search_cases(membership, text[], text[], int)', 'app.search_dwellings(membership, text[], int)',
      'app.search_people(membership, text[], int)', 'app.search_papers(membership, tsquery, int)', 'app.search(text[], text[], date, int)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.search(text[], text[], date, int) TO thuistafel_app;
-- An index asks these for whoever writes a row.
GRANT EXECUTE ON FUNCTION app.dutch(text), app.words_of(text) TO thuistafel_app;
