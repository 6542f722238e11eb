-- What calls a privacy officer: found by the worker in each of its rounds, kept until one of them has seen it, and told by
-- mail in words that say nothing. docs/decisions/0019 says why it is done so.

CREATE TABLE "alert" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organisation_id" UUID NOT NULL,
    "covenant_id" UUID,
    "about" TEXT NOT NULL,
    "account_id" UUID,
    "day" DATE NOT NULL,
    "times" INTEGER,
    "raised_at" TIMESTAMPTZ NOT NULL,
    "told_at" TIMESTAMPTZ,
    "seen_at" TIMESTAMPTZ,
    "seen_by" UUID,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "alert_organisation_id_raised_at_idx" ON "alert"("organisation_id", "raised_at");
ALTER TABLE "worker" ADD COLUMN "watched_at" TIMESTAMPTZ;
SELECT app.protect_derived('alert', $p$organisation_id = (SELECT app.organisation()) AND (covenant_id IS NULL OR covenant_id = (SELECT app.covenant())) AND (SELECT app.role()) = 'privacyOfficer'$p$);

-- Whether this was called already: what is of a day once a day, the rest once in twenty-four hours.
CREATE FUNCTION app.called(organisation uuid, covenant uuid, wanted text, account uuid, of_day date) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM alert a WHERE a.organisation_id = organisation AND a.covenant_id IS NOT DISTINCT FROM covenant AND a.about = wanted AND a.account_id IS NOT DISTINCT FROM account
    AND a.raised_at > clock_timestamp() - interval '7 days' AND (a.day = of_day OR (wanted IN ('refusals', 'chain', 'history') AND a.raised_at > clock_timestamp() - interval '24 hours'))) $$;

-- Puts what was not told yet into the mails of the privacy officers: nothing of whom or what it is about. It does not wait.
CREATE FUNCTION app.tell_alerts() RETURNS int LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE found int;
BEGIN
  WITH fresh AS (UPDATE alert SET told_at = clock_timestamp() WHERE told_at IS NULL RETURNING *), put AS (
    INSERT INTO mail AS open (account_id, news, created_at, next_at)
      SELECT m.account_id, jsonb_agg(DISTINCT jsonb_build_object('organisation', o.name, 'role', m.role, 'kind', 'journal', 'stage', 'alert', 'urgent', true, 'subject', NULL)), clock_timestamp(), clock_timestamp()
        FROM fresh f JOIN organisation o ON o.id = f.organisation_id
          JOIN membership m ON m.organisation_id = f.organisation_id AND m.role = 'privacyOfficer' AND (f.covenant_id IS NULL OR m.covenant_id = f.covenant_id)
       WHERE app.live(m) GROUP BY m.account_id
    ON CONFLICT (account_id) WHERE attempts = 0 DO UPDATE SET news = open.news || excluded.news, next_at = least(open.next_at, excluded.next_at))
  SELECT count(*) INTO found FROM fresh;
  RETURN found;
END $$;

-- Looks at what was recorded since the round before, and a minute back for what was still on its way: refusals of one person
-- in a short time, and a day on which somebody opened as many cases as the covenant finds many, or many times what is usual
-- for them. Usual is their average of the four weeks before, when they worked on five days at least. The limits are those
-- of the covenant version of today; what it does not say yet is given. Returns how many alerts were raised.
CREATE FUNCTION app.raise_alerts(usual jsonb) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE since timestamptz; now_at timestamptz := clock_timestamp();
BEGIN
  PERFORM app.worker_seen();
  SELECT coalesce(w.watched_at, now_at - interval '1 day') - interval '1 minute' INTO since FROM worker w;
  WITH limits AS (
    SELECT c.id AS covenant_id, (l.j->>'refusals')::int AS refusals, make_interval(mins => (l.j->>'refusalMinutes')::int) AS within, (l.j->>'casesPerDay')::int AS most, (l.j->>'timesUsual')::int AS times_usual
      FROM covenant c, LATERAL (SELECT usual || coalesce((SELECT v.rules->'journal' FROM covenant_version v WHERE v.covenant_id = c.id AND v.valid_from <= current_date ORDER BY v.number DESC LIMIT 1), '{}') AS j) l
  ), refused AS (
    SELECT j.organisation_id, j.covenant_id, j.account_id, (j.recorded_at AT TIME ZONE 'Europe/Amsterdam')::date AS day, max(n.times)::int AS times
      FROM chain c JOIN journal j ON j.organisation_id = c.organisation_id AND j.kind = 'denied' AND j.recorded_at > since JOIN limits l ON l.covenant_id = j.covenant_id,
        LATERAL (SELECT count(*) AS times FROM journal x WHERE x.organisation_id = j.organisation_id AND x.account_id = j.account_id AND x.covenant_id = j.covenant_id AND x.kind = 'denied'
          AND x.recorded_at > j.recorded_at - l.within AND x.recorded_at <= j.recorded_at) n
     WHERE n.times >= l.refusals GROUP BY 1, 2, 3, 4
  ), readers AS (
    SELECT DISTINCT j.organisation_id, j.covenant_id, j.account_id, (j.recorded_at AT TIME ZONE 'Europe/Amsterdam')::date AS day
      FROM chain c JOIN journal j ON j.organisation_id = c.organisation_id AND j.kind = 'read' AND j.recorded_at > since WHERE j.subject_kind = 'case'
  ), opened AS (
    SELECT r.*, l.most, l.times_usual, n.cases FROM readers r JOIN limits l ON l.covenant_id = r.covenant_id,
      LATERAL (SELECT count(DISTINCT x.subject_id)::int AS cases FROM journal x WHERE x.organisation_id = r.organisation_id AND x.account_id = r.account_id AND x.covenant_id = r.covenant_id AND x.kind = 'read' AND x.subject_kind = 'case'
        AND x.recorded_at >= r.day::timestamp AT TIME ZONE 'Europe/Amsterdam' AND x.recorded_at < (r.day + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam') n
  ), many AS (
    SELECT o.*, CASE WHEN o.cases >= o.most THEN 'manyCases' WHEN o.cases >= o.times_usual AND NOT app.called(o.organisation_id, o.covenant_id, 'unlikeBefore', o.account_id, o.day)
        AND o.cases >= o.times_usual * (SELECT avg(d.cases) FROM (SELECT count(DISTINCT x.subject_id) AS cases FROM journal x WHERE x.organisation_id = o.organisation_id AND x.account_id = o.account_id AND x.covenant_id = o.covenant_id
          AND x.kind = 'read' AND x.subject_kind = 'case' AND x.recorded_at >= (o.day - 28)::timestamp AT TIME ZONE 'Europe/Amsterdam' AND x.recorded_at < o.day::timestamp AT TIME ZONE 'Europe/Amsterdam'
          GROUP BY (x.recorded_at AT TIME ZONE 'Europe/Amsterdam')::date) d HAVING count(*) >= 5) THEN 'unlikeBefore' END AS about FROM opened o
  ), calls AS (
    SELECT r.organisation_id, r.covenant_id, 'refusals' AS about, r.account_id, r.day, r.times FROM refused r
    UNION ALL SELECT m.organisation_id, m.covenant_id, m.about, m.account_id, m.day, m.cases FROM many m WHERE m.about IS NOT NULL
  )
  INSERT INTO alert (organisation_id, covenant_id, about, account_id, day, times, raised_at)
    SELECT c.*, now_at FROM calls c WHERE NOT app.called(c.organisation_id, c.covenant_id, c.about, c.account_id, c.day);
  UPDATE worker SET watched_at = now_at;
  DELETE FROM alert WHERE seen_at < now_at - interval '1 year';
  RETURN app.tell_alerts();
END $$;

-- As app.check_chain was, of any organisation: goes on from the last record that was found whole, or begins anew.
CREATE FUNCTION app.follow_chain(organisation uuid, anew boolean, most int) RETURNS TABLE (reached bigint, broken_at bigint, complete boolean, began timestamptz, checked timestamptz)
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE c chain_check; head chain; bad bigint; seen bigint := 0;
BEGIN
  INSERT INTO chain_check VALUES (organisation, 0, '', NULL, clock_timestamp(), clock_timestamp()) ON CONFLICT DO NOTHING;
  SELECT * INTO c FROM chain_check WHERE organisation_id = organisation FOR UPDATE;
  SELECT coalesce(max(h.seq), 0), coalesce(max(h.hash), '') INTO head.seq, head.hash FROM chain h WHERE h.organisation_id = organisation;
  IF c.seq > head.seq OR (c.seq > 0 AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.organisation_id = organisation AND j.seq = c.seq AND j.hash = c.hash)) THEN
    bad := least(c.seq, head.seq + 1);
  ELSE
    IF anew THEN c.seq := 0; c.hash := ''; c.began_at := clock_timestamp(); END IF;
    SELECT min(l.seq) FILTER (WHERE l.place <> l.seq OR l.before <> l.previous_hash OR l.hash <> app.journal_hash(j)), count(*) INTO bad, seen
      FROM (SELECT id, seq, hash, previous_hash, lag(hash, 1, c.hash) OVER w AS before, c.seq + row_number() OVER w AS place
          FROM journal WHERE organisation_id = organisation AND seq > c.seq AND seq <= head.seq WINDOW w AS (ORDER BY seq) ORDER BY seq LIMIT most) l
        JOIN journal j ON j.id = l.id;
    IF bad IS NULL AND seen < most AND c.seq + seen < head.seq THEN bad := c.seq + seen + 1; END IF;
    c.seq := coalesce(bad - 1, c.seq + seen);
    c.hash := coalesce((SELECT j.hash FROM journal j WHERE j.organisation_id = organisation AND j.seq = c.seq), '');
    IF bad IS NULL AND c.seq = head.seq AND c.hash <> head.hash THEN bad := head.seq; END IF;
  END IF;
  c.checked_at := clock_timestamp();
  UPDATE chain_check t SET seq = c.seq, hash = c.hash, broken = bad, began_at = c.began_at, checked_at = c.checked_at WHERE t.organisation_id = organisation;
  RETURN QUERY SELECT c.seq, bad, c.seq >= head.seq, c.began_at, c.checked_at;
END $$;
CREATE OR REPLACE FUNCTION app.check_chain(anew boolean) RETURNS TABLE (reached bigint, broken_at bigint, complete boolean, began timestamptz, checked timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.role IS DISTINCT FROM 'privacyOfficer' THEN RAISE EXCEPTION 'not yours to check' USING ERRCODE = '42501'; END IF;
  RETURN QUERY SELECT * FROM app.follow_chain(me.organisation_id, anew, 100000);
END $$;

-- Follows every chain that grew, and those whose last look from the beginning is a day old, one a round and anew; a broken
-- one is looked at again each hour. `unsigned` are the chains that the worker does not sign, because their history is another
-- than the one it signed before. Returns how many alerts were raised.
CREATE FUNCTION app.watch_chains(unsigned uuid[]) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE c record; oldest uuid; today date := (clock_timestamp() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
  PERFORM app.worker_seen();
  oldest := (SELECT k.organisation_id FROM chain_check k JOIN chain h ON h.organisation_id = k.organisation_id
    WHERE k.began_at < clock_timestamp() - interval '24 hours' AND k.broken IS NULL AND k.seq = h.seq ORDER BY k.began_at LIMIT 1);
  FOR c IN SELECT h.organisation_id FROM chain h LEFT JOIN chain_check k ON k.organisation_id = h.organisation_id
     WHERE h.organisation_id = oldest OR ((k.organisation_id IS NULL OR k.seq <> h.seq OR k.hash <> h.hash OR k.broken IS NOT NULL)
       AND NOT coalesce(k.broken IS NOT NULL AND k.checked_at > clock_timestamp() - interval '1 hour', false)) LOOP
    PERFORM app.follow_chain(c.organisation_id, c.organisation_id IS NOT DISTINCT FROM oldest, 20000);
  END LOOP;
  INSERT INTO alert (organisation_id, about, day, raised_at) SELECT w.organisation_id, w.about, today, clock_timestamp()
    FROM (SELECT k.organisation_id, 'chain' AS about FROM chain_check k WHERE k.broken IS NOT NULL
      UNION ALL SELECT h.organisation_id, 'history' FROM chain h WHERE h.organisation_id = ANY (unsigned)) w
   WHERE NOT app.called(w.organisation_id, NULL, w.about, NULL, today);
  RETURN app.tell_alerts();
END $$;

-- A privacy officer has seen an alert of the own organisation; that is a record of its own. False when there is no such one.
CREATE FUNCTION app.see_alert(wanted uuid, p jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); what text;
BEGIN
  IF me.role IS DISTINCT FROM 'privacyOfficer' THEN RETURN false; END IF;
  UPDATE alert a SET seen_at = clock_timestamp(), seen_by = me.account_id
   WHERE a.id = wanted AND a.seen_at IS NULL AND a.organisation_id = me.organisation_id AND (a.covenant_id IS NULL OR a.covenant_id = me.covenant_id) RETURNING a.about INTO what;
  IF what IS NULL THEN RETURN false; END IF;
  PERFORM app.append_journal(me, p || jsonb_build_object('kind', 'read', 'subjectKind', 'journal', 'tells', jsonb_build_object('seen', what)));
  RETURN true;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.called(uuid, uuid, text, uuid, date)', 'app.tell_alerts()', 'app.raise_alerts(jsonb)', 'app.follow_chain(uuid, boolean, int)',
      'app.check_chain(boolean)', 'app.watch_chains(uuid[])', 'app.see_alert(uuid, jsonb)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.raise_alerts(jsonb), app.watch_chains(uuid[]) TO thuistafel_worker;
GRANT EXECUTE ON FUNCTION app.check_chain(boolean), app.see_alert(uuid, jsonb) TO thuistafel_app;
