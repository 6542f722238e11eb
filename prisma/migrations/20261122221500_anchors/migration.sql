-- Anchors: the head of each chain, signed with a key that the database does not hold. Whoever owns the database can
-- write a chain anew up to its head, but not an anchor. docs/decisions/0007 says how they are checked.

-- What the hash of a record covers, as one text: whoever has it can compute the hash without a database.
CREATE FUNCTION app.journal_record(j public.journal) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT jsonb_build_array(j.previous_hash, j.id, j.organisation_id, j.seq, j.kind, j.covenant_id, j.membership_id, j.account_id, j.role,
    j.subject_kind, j.subject_id, j.step, j.from_stage, j.to_stage, j.shown, j.tells, j.cause_id, j.action_key, j.payload_hash, j.request_id,
    j.taken_on, extract(epoch FROM j.recorded_at), j.transaction_id)::text $$;
CREATE OR REPLACE FUNCTION app.journal_hash(j public.journal) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$
  SELECT encode(sha256(convert_to(app.journal_record(j), 'UTF8')), 'hex') $$;

-- CreateTable
CREATE TABLE "anchor" (
    "organisation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL,
    "statement" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "anchor_pkey" PRIMARY KEY ("organisation_id","number")
);
SELECT app.protect_derived('anchor', $p$organisation_id = (SELECT app.organisation()) AND (SELECT app.role()) = 'privacyOfficer'$p$);
REVOKE UPDATE, DELETE ON anchor FROM thuistafel_kernel;

-- The chains whose anchor is due: a day has passed, or an hour in which something was recorded. With the last anchor that
-- the database knows, and what it says today of the record under it: the worker compares both with what it signed.
CREATE FUNCTION app.chains_to_anchor() RETURNS TABLE (organisation_id uuid, seq bigint, hash text, number int, previous text, under text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.organisation_id, c.seq, c.hash, coalesce(a.number, 0) + 1, coalesce(a.signature, ''),
      coalesce((SELECT j.hash FROM journal j WHERE j.organisation_id = c.organisation_id AND j.seq = a.seq), '') FROM chain c
    LEFT JOIN LATERAL (SELECT * FROM anchor l WHERE l.organisation_id = c.organisation_id ORDER BY l.number DESC LIMIT 1) a ON true
   WHERE a.number IS NULL OR a.made_at < clock_timestamp() - interval '24 hours' OR (a.made_at < clock_timestamp() - interval '1 hour' AND a.seq <> c.seq) $$;

-- Keeps an anchor; of two workers that made the same one, the first.
CREATE FUNCTION app.keep_anchor(organisation uuid, its_number int, its_seq bigint, at timestamptz, said text, signed text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO anchor VALUES (organisation, its_number, its_seq, at, said, signed) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

-- How many chains have no anchor of the last 26 hours.
CREATE FUNCTION app.unanchored() RETURNS int LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT count(*)::int FROM chain c WHERE NOT EXISTS (SELECT 1 FROM anchor a WHERE a.organisation_id = c.organisation_id AND a.made_at > clock_timestamp() - interval '26 hours') $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.journal_record(journal)', 'app.chains_to_anchor()', 'app.keep_anchor(uuid, int, bigint, timestamptz, text, text)', 'app.unanchored()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.journal_record(journal) TO thuistafel_app;
GRANT EXECUTE ON FUNCTION app.chains_to_anchor(), app.keep_anchor(uuid, int, bigint, timestamptz, text, text), app.unanchored() TO thuistafel_worker;
