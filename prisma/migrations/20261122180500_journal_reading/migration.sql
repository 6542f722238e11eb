-- The journal as a privacy officer reads it: whose records, of which kind, in which period; the number behind an id;
-- and whether the chain still holds.

CREATE INDEX "journal_organisation_id_recorded_at_seq_idx" ON "journal"("organisation_id", "recorded_at", "seq");
CREATE INDEX "journal_organisation_id_kind_recorded_at_seq_idx" ON "journal"("organisation_id", "kind", "recorded_at", "seq");
CREATE INDEX "journal_organisation_id_account_id_recorded_at_seq_idx" ON "journal"("organisation_id", "account_id", "recorded_at", "seq");

-- CreateTable
CREATE TABLE "chain_check" (
    "organisation_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "broken" BIGINT,
    "began_at" TIMESTAMPTZ NOT NULL,
    "checked_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "chain_check_pkey" PRIMARY KEY ("organisation_id")
);
SELECT app.protect_derived('chain_check', '');

-- The number of a subject that stands in the own chain: a privacy officer reads no spine.
CREATE FUNCTION app.number_in_journal(subject uuid) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.role IS DISTINCT FROM 'privacyOfficer' THEN RETURN NULL; END IF;
  RETURN (SELECT s.number FROM spine s WHERE s.id = subject AND s.covenant_id = me.covenant_id
    AND EXISTS (SELECT 1 FROM journal j WHERE j.subject_id = s.id AND j.organisation_id = me.organisation_id AND j.covenant_id = me.covenant_id));
END $$;

-- And back: what the own chain says of this number.
CREATE FUNCTION app.subject_in_journal(wanted text) RETURNS uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.role IS DISTINCT FROM 'privacyOfficer' THEN RETURN NULL; END IF;
  RETURN (SELECT s.id FROM spine s WHERE s.covenant_id = me.covenant_id AND s.kind IN ('case', 'dwelling', 'offer', 'tafel') AND s.number = wanted
    AND EXISTS (SELECT 1 FROM journal j WHERE j.subject_id = s.id AND j.organisation_id = me.organisation_id AND j.covenant_id = me.covenant_id));
END $$;

-- Goes on from the last record that was found whole, or begins anew; at most 100,000 records at a time, some two seconds.
-- What came before is not looked at again until someone begins anew. What was found whole once must still be there,
-- with the same hash: so a tail that was cut off, or a history that was written again, is not found whole either.
CREATE FUNCTION app.check_chain(anew boolean) RETURNS TABLE (reached bigint, broken_at bigint, complete boolean, began timestamptz, checked timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); c chain_check; head chain; bad bigint; seen bigint := 0; most CONSTANT int := 100000;
BEGIN
  IF me.role IS DISTINCT FROM 'privacyOfficer' THEN RAISE EXCEPTION 'not yours to check' USING ERRCODE = '42501'; END IF;
  INSERT INTO chain_check VALUES (me.organisation_id, 0, '', NULL, clock_timestamp(), clock_timestamp()) ON CONFLICT DO NOTHING;
  SELECT * INTO c FROM chain_check WHERE organisation_id = me.organisation_id FOR UPDATE;
  SELECT coalesce(max(h.seq), 0), coalesce(max(h.hash), '') INTO head.seq, head.hash FROM chain h WHERE h.organisation_id = me.organisation_id;
  IF c.seq > head.seq OR (c.seq > 0 AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.organisation_id = me.organisation_id AND j.seq = c.seq AND j.hash = c.hash)) THEN
    bad := least(c.seq, head.seq + 1);
  ELSE
    IF anew THEN c.seq := 0; c.hash := ''; c.began_at := clock_timestamp(); END IF;
    SELECT min(l.seq) FILTER (WHERE l.place <> l.seq OR l.before <> l.previous_hash OR l.hash <> app.journal_hash(j)), count(*) INTO bad, seen
      FROM (SELECT id, seq, hash, previous_hash, lag(hash, 1, c.hash) OVER w AS before, c.seq + row_number() OVER w AS place
          FROM journal WHERE organisation_id = me.organisation_id AND seq > c.seq AND seq <= head.seq WINDOW w AS (ORDER BY seq) ORDER BY seq LIMIT most) l
        JOIN journal j ON j.id = l.id;
    IF bad IS NULL AND seen < most AND c.seq + seen < head.seq THEN bad := c.seq + seen + 1; END IF;
    c.seq := coalesce(bad - 1, c.seq + seen);
    c.hash := coalesce((SELECT j.hash FROM journal j WHERE j.organisation_id = me.organisation_id AND j.seq = c.seq), '');
    IF bad IS NULL AND c.seq = head.seq AND c.hash <> head.hash THEN bad := head.seq; END IF;
  END IF;
  c.checked_at := clock_timestamp();
  UPDATE chain_check t SET seq = c.seq, hash = c.hash, broken = bad, began_at = c.began_at, checked_at = c.checked_at WHERE t.organisation_id = me.organisation_id;
  RETURN QUERY SELECT c.seq, bad, c.seq >= head.seq, c.began_at, c.checked_at;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.number_in_journal(uuid)', 'app.subject_in_journal(text)', 'app.check_chain(boolean)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO thuistafel_app', f);
  END LOOP;
END $$;
