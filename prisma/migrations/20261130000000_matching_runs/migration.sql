-- Runs of the matching of a covenant: asked for by people, computed as the matching membership, kept as they came out.
-- docs/decisions/0045 says why it is done so.

CREATE TABLE "matching_run" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "covenant_id" UUID NOT NULL,
    "covenant_version_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ NOT NULL,
    "commitment" TEXT NOT NULL,
    "seed" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "ended_at" TIMESTAMPTZ,
    "input_hash" TEXT,
    "result_hash" TEXT,
    "found" JSONB,

    CONSTRAINT "matching_run_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "matching_input" (
    "run_id" UUID NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "matching_input_pkey" PRIMARY KEY ("run_id")
);
CREATE TABLE "matching_proposal" (
    "run_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "dwelling_id" UUID NOT NULL,
    "urgency" INTEGER NOT NULL,
    "fit" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "matching_proposal_pkey" PRIMARY KEY ("run_id","case_id")
);
CREATE TABLE "proposal_answer" (
    "run_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "membership_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "seconds" INTEGER NOT NULL,
    "answered_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "proposal_answer_pkey" PRIMARY KEY ("run_id","case_id","role")
);
CREATE INDEX "matching_run_covenant_id_asked_at_idx" ON "matching_run"("covenant_id", "asked_at");
CREATE UNIQUE INDEX "matching_proposal_run_id_dwelling_id_key" ON "matching_proposal"("run_id", "dwelling_id");
CREATE INDEX "matching_proposal_case_id_idx" ON "matching_proposal"("case_id");
ALTER TABLE "matching_run" ADD CONSTRAINT "matching_run_covenant_id_fkey" FOREIGN KEY ("covenant_id") REFERENCES "covenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "matching_run" ADD CONSTRAINT "matching_run_covenant_version_id_fkey" FOREIGN KEY ("covenant_version_id") REFERENCES "covenant_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "matching_run" ADD CONSTRAINT "matching_run_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "matching_input" ADD CONSTRAINT "matching_input_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "matching_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "matching_proposal" ADD CONSTRAINT "matching_proposal_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "matching_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "proposal_answer" ADD CONSTRAINT "proposal_answer_run_id_case_id_fkey" FOREIGN KEY ("run_id", "case_id") REFERENCES "matching_proposal"("run_id", "case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One run of a covenant at a time.
CREATE UNIQUE INDEX one_run_at_a_time ON matching_run (covenant_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX one_claim ON matching_run (commitment);

-- The region's own figures: for the regie and the gemeenten. What a run was made of is the matching membership's alone. A
-- proposal says who might live where: for whoever reads the woonprofiel of that client, and of a shielded one for whom is named.
SELECT app.protect_derived('matching_run', $$covenant_id = ((SELECT app.actor())).covenant_id AND ((SELECT app.actor())).role IN ('coordinator', 'regisseur', 'matching')$$);
SELECT app.protect_derived('matching_input', $$((SELECT app.actor())).role = 'matching' AND EXISTS (SELECT 1 FROM matching_run r WHERE r.id = matching_input.run_id)$$);
SELECT app.protect_derived('matching_proposal', $$EXISTS (SELECT 1 FROM matching_run r WHERE r.id = matching_proposal.run_id) AND (((SELECT app.actor())).role = 'matching' OR app.may((SELECT app.actor()), 'read', ARRAY['profile'], case_id))$$);
SELECT app.protect_derived('proposal_answer', $$EXISTS (SELECT 1 FROM matching_proposal p WHERE p.run_id = proposal_answer.run_id AND p.case_id = proposal_answer.case_id)$$);

-- What was found is kept as it came out, and what was answered as it was said.
REVOKE UPDATE, DELETE ON matching_proposal, proposal_answer FROM thuistafel_kernel;
REVOKE DELETE ON matching_run FROM thuistafel_kernel;
CREATE FUNCTION app.run_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL THEN RAISE EXCEPTION 'A run that ended is kept as it is' USING ERRCODE = 'TT002'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER run_kept BEFORE UPDATE ON matching_run FOR EACH ROW EXECUTE FUNCTION app.run_kept();

-- Asks for a run. The seed of its lottery is chosen and sealed now, and its hash published: both before anything is read. No row: not
-- theirs to ask, or one is under way.
CREATE FUNCTION app.ask_run(hash_of_seed text, sealed_seed text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); made uuid;
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('coordinator', 'regisseur') THEN RETURN NULL; END IF;
  INSERT INTO matching_run (covenant_id, covenant_version_id, membership_id, asked_at, commitment, seed, state)
    SELECT me.covenant_id, v.id, me.id, clock_timestamp(), hash_of_seed, sealed_seed, 'asked' FROM covenant_version v
     WHERE v.covenant_id = me.covenant_id AND v.valid_from <= app.today() ORDER BY v.number DESC LIMIT 1
    ON CONFLICT DO NOTHING RETURNING id INTO made;
  IF made IS NOT NULL THEN INSERT INTO job (kind, subject_id, task, next_at) VALUES ('match', made, 'match', clock_timestamp()); END IF;
  RETURN made;
END $$;

-- One run that is to be worked on now, and the membership that computes it: the caller's for two minutes. What was given up five
-- times stops.
CREATE FUNCTION app.claim_run() RETURNS TABLE (run_id uuid, membership_id uuid) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM job j WHERE j.kind = 'match' AND j.dead_at IS NULL AND j.next_at <= clock_timestamp()) THEN RETURN; END IF;
  DELETE FROM job j WHERE j.kind = 'match' AND NOT EXISTS (SELECT 1 FROM matching_run r WHERE r.id = j.subject_id AND r.ended_at IS NULL);
  WITH given_up AS (DELETE FROM job j WHERE j.kind = 'match' AND j.attempts >= 5 AND j.next_at <= clock_timestamp() RETURNING j.subject_id)
  UPDATE matching_run r SET state = 'stopped', ended_at = clock_timestamp() FROM given_up g WHERE r.id = g.subject_id;
  RETURN QUERY WITH due AS (
      UPDATE job j SET attempts = j.attempts + 1, next_at = clock_timestamp() + interval '2 minutes'
       WHERE j.id = (SELECT w.id FROM job w WHERE w.kind = 'match' AND w.dead_at IS NULL AND w.next_at <= clock_timestamp() ORDER BY w.next_at LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING j.subject_id),
    begun AS (UPDATE matching_run r SET state = 'running' FROM due d WHERE r.id = d.subject_id AND r.ended_at IS NULL RETURNING r.id, r.covenant_id)
    SELECT b.id, m.id FROM begun b JOIN membership m ON m.covenant_id = b.covenant_id AND m.role = 'matching' AND m.ended_at IS NULL;
END $$;

-- Said while it computes: how far it is. False: it was cancelled, and nothing of it is kept.
CREATE FUNCTION app.run_goes_on(its uuid, part int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  UPDATE matching_run r SET progress = part WHERE r.id = its AND r.state = 'running' AND r.covenant_id = me.covenant_id AND me.role = 'matching';
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE job SET next_at = clock_timestamp() + interval '2 minutes' WHERE kind = 'match' AND subject_id = its;
  RETURN true;
END $$;

-- What it found, once. The seed is open from here on: everybody can draw again.
CREATE FUNCTION app.finish_run(its uuid, p jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  PERFORM 1 FROM matching_run r WHERE r.id = its AND r.state = 'running' AND r.covenant_id = me.covenant_id AND me.role = 'matching' FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO matching_input (run_id, sealed) VALUES (its, p->>'sealed');
  INSERT INTO matching_proposal (run_id, case_id, dwelling_id, urgency, fit, kind)
    SELECT its, x."case", x.dwelling, x.urgency, x.fit, x.kind FROM jsonb_to_recordset(p->'proposals') x("case" uuid, dwelling uuid, urgency int, fit int, kind text);
  UPDATE matching_run SET state = 'done', progress = 100, ended_at = clock_timestamp(), seed = p->>'seed', input_hash = p->>'inputHash', result_hash = p->>'resultHash', found = p->'found' WHERE id = its;
  DELETE FROM job WHERE kind = 'match' AND subject_id = its;
  RETURN true;
END $$;

-- Stops one that was asked for; that it was asked stays.
CREATE FUNCTION app.cancel_run(its uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  UPDATE matching_run r SET state = 'cancelled', ended_at = clock_timestamp()
   WHERE r.id = its AND r.ended_at IS NULL AND r.covenant_id = me.covenant_id AND me.role IN ('coordinator', 'regisseur');
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM job WHERE kind = 'match' AND subject_id = its;
  RETURN true;
END $$;

-- What was agreed from above about the homes that are free on a day: how many more a line of the contingent lets come, and how many
-- more an entrance and a complex bear. A number or a share is a promise and stops nobody. Only for the matching membership.
CREATE FUNCTION app.matching_caps(on_day date) RETURNS TABLE (kind text, name text, most int, cases uuid[], dwellings uuid[]) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); agreed jsonb;
BEGIN
  IF me.role IS DISTINCT FROM 'matching' THEN RETURN; END IF;
  SELECT v.rules #> '{contingent,lines}' INTO agreed FROM covenant_version v WHERE v.covenant_id = me.covenant_id AND v.valid_from <= on_day ORDER BY v.number DESC LIMIT 1;
  RETURN QUERY WITH homes AS MATERIALIZED (
    SELECT f.subject_id AS id, s.stage, greatest(f.available_from, on_day) AS "on", g.key AS municipality, g.name AS place, o.id AS owner, o.key AS corporation, o.name AS owner_name,
        f.complex, f.entrance, f.street, f.most_in_complex, f.most_in_entrance, f.municipality AS municipality_id,
        EXISTS (SELECT 1 FROM case_tenancy t JOIN spine c ON c.id = t.subject_id AND c.stage IN ('tenancy', 'aftercare') AND c.shield IS NULL WHERE t.dwelling = f.subject_id) OR s.stage = 'reserved' AS lived_in
      FROM spine s JOIN dwelling_facts f ON f.subject_id = s.id JOIN organisation g ON g.id = f.municipality
      JOIN party p ON p.subject_id = s.id AND p.part = 'corporation' JOIN organisation o ON o.id = p.organisation_id
     WHERE s.covenant_id = me.covenant_id AND s.kind = 'dwelling'
  ), lines AS (
    SELECT (l.at - 1)::int AS at, l.it->>'corporation' AS corporation, l.it->>'municipality' AS municipality, l.it->>'origin' AS origin, (l.it->>'from')::date AS first_day, (l.it->>'until')::date AS last_day,
        (l.it #>> '{agreed,homes}')::int AS homes
      FROM jsonb_array_elements(coalesce(agreed, '[]')) WITH ORDINALITY AS l(it, at) WHERE l.it #>> '{agreed,as}' = 'maximum'
  ), given AS (
    SELECT h.corporation, h.municipality, coalesce(p.key_on, h."on") AS "on", t.setting AS origin
      FROM homes h JOIN case_tenancy n ON n.dwelling = h.id JOIN spine s ON s.id = n.subject_id AND s.shield IS NULL JOIN case_placement p ON p.subject_id = s.id LEFT JOIN case_stay t ON t.subject_id = s.id
     WHERE p.key_on IS NOT NULL OR s.stage = 'tenancy'
    UNION ALL
    SELECT h.corporation, h.municipality, h."on", t.setting FROM homes h JOIN offer_terms f ON f.dwelling = h.id AND f.live JOIN spine s ON s.id = f."case" AND s.stage = 'matching' AND s.shield IS NULL LEFT JOIN case_stay t ON t.subject_id = s.id
  )
  SELECT 'contingent', min(h.owner_name), greatest(0, l.homes - (SELECT count(*)::int FROM given g WHERE g.corporation = l.corporation AND g.municipality = coalesce(l.municipality, g.municipality)
        AND coalesce(g.origin, '') = coalesce(l.origin, g.origin, '') AND g."on" BETWEEN l.first_day AND l.last_day)),
      CASE WHEN l.origin IS NOT NULL THEN ARRAY(SELECT t.subject_id FROM case_stay t JOIN spine s ON s.id = t.subject_id WHERE s.covenant_id = me.covenant_id AND s.stage = 'matching' AND t.setting = l.origin ORDER BY 1) END,
      array_agg(h.id ORDER BY h.id)
    FROM lines l JOIN homes h ON h.stage = 'available' AND h.corporation = l.corporation AND h.municipality = coalesce(l.municipality, h.municipality) AND h."on" BETWEEN l.first_day AND l.last_day
   GROUP BY l.at, l.homes, l.corporation, l.municipality, l.origin, l.first_day, l.last_day
  UNION ALL
  SELECT 'complex', min(h.complex), greatest(0, min(h.most_in_complex) - count(*) FILTER (WHERE h.lived_in))::int, NULL, array_agg(h.id ORDER BY h.id) FILTER (WHERE h.stage = 'available')
    FROM homes h WHERE h.complex IS NOT NULL GROUP BY h.owner, lower(h.complex) HAVING min(h.most_in_complex) IS NOT NULL AND count(*) FILTER (WHERE h.stage = 'available') > 0
  UNION ALL
  SELECT 'entrance', min(h.street || ' ' || h.entrance), greatest(0, min(h.most_in_entrance) - count(*) FILTER (WHERE h.lived_in))::int, NULL, array_agg(h.id ORDER BY h.id) FILTER (WHERE h.stage = 'available')
    FROM homes h WHERE h.entrance IS NOT NULL GROUP BY h.owner, h.municipality_id, lower(h.street), lower(h.entrance), lower(coalesce(h.complex, ''))
    HAVING min(h.most_in_entrance) IS NOT NULL AND count(*) FILTER (WHERE h.stage = 'available') > 0
  ORDER BY 1, 5;
END $$;

-- Who computed a run: for whoever looks after the installation and lets it be computed again.
CREATE FUNCTION app.computer_of_run(its uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.id FROM matching_run r JOIN membership m ON m.covenant_id = r.covenant_id AND m.role = 'matching' AND m.ended_at IS NULL WHERE r.id = its $$;

-- What a run was made of goes half a year after it ended: no covenant gives more than 26 weeks to object. What came out stays.
CREATE FUNCTION app.tidy_runs() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE removed bigint;
BEGIN
  DELETE FROM matching_input i USING matching_run r WHERE r.id = i.run_id AND r.ended_at < clock_timestamp() - interval '182 days';
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.run_kept()', 'app.ask_run(text, text)', 'app.claim_run()', 'app.run_goes_on(uuid, int)', 'app.finish_run(uuid, jsonb)', 'app.cancel_run(uuid)', 'app.matching_caps(date)', 'app.computer_of_run(uuid)', 'app.tidy_runs()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.ask_run(text, text), app.claim_run(), app.run_goes_on(uuid, int), app.finish_run(uuid, jsonb), app.cancel_run(uuid), app.matching_caps(date), app.computer_of_run(uuid) TO thuistafel_app;
GRANT EXECUTE ON FUNCTION app.tidy_runs() TO thuistafel_worker;
