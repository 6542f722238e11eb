-- A client answers an offer by a link that is used once. docs/decisions/0050.

-- CreateTable
CREATE TABLE "offer_client_word" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "reason" TEXT,
    "helped" TEXT,

    CONSTRAINT "offer_client_word_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer_link" (
    "subject_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "offer_link_pkey" PRIMARY KEY ("subject_id")
);

-- CreateIndex
CREATE INDEX "offer_client_word_subject_id_seq_idx" ON "offer_client_word"("subject_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "offer_link_token_hash_key" ON "offer_link"("token_hash");

-- AddForeignKey
ALTER TABLE "offer_client_word" ADD CONSTRAINT "offer_client_word_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer_link" ADD CONSTRAINT "offer_link_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT app.protect('clientWord', 'offer_client_word', 'subject_id', true);
-- Nobody reads these rows: what of a link may be said, the functions below say.
SELECT app.protect_derived('offer_link', '');

-- So many wrong codes end a link; so long it lives.
CREATE FUNCTION app.offer_link_lives(l public.offer_link) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT l.tries < 5 AND l.expires_at > clock_timestamp()
    AND EXISTS (SELECT 1 FROM spine s WHERE s.id = l.subject_id AND s.shield IS NULL AND s.stage IN ('proposed', 'informed', 'viewing')) $$;

-- A new link for the client of this offer, by the mentor who answers with them: what was out before is dead. Until when it lives; null where it is
-- not theirs to give, nobody is waited for, or the client must not be found.
CREATE FUNCTION app.open_offer_link(offer uuid, token text, code text) RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); ends timestamptz;
BEGIN
  IF me.id IS NULL OR me.role <> 'mentor' OR NOT app.may(me, 'write', ARRAY['answer'], offer) THEN RETURN NULL; END IF;
  DELETE FROM offer_link l WHERE NOT app.offer_link_lives(l) OR l.subject_id = offer;
  INSERT INTO offer_link AS made (subject_id, token_hash, code_hash, expires_at)
    SELECT s.id, token, code, clock_timestamp() + interval '48 hours' FROM spine s WHERE s.id = offer AND s.shield IS NULL AND s.stage IN ('proposed', 'informed', 'viewing')
    RETURNING made.expires_at INTO ends;
  RETURN ends;
END $$;

-- Until when a link is out that can still be used, for who may read what the client says.
CREATE FUNCTION app.offer_link_until(offer uuid) RETURNS timestamptz LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL OR NOT app.may(me, 'read', ARRAY['clientWord'], offer) THEN RETURN NULL; END IF;
  RETURN (SELECT l.expires_at FROM offer_link l WHERE l.subject_id = offer AND app.offer_link_lives(l));
END $$;

-- What the holder of a link who knows its code is shown: the home, and nothing of the case. A wrong code is counted. The
-- membership is that by which the answer is kept: it computes, and reads no more of a client than candidates are found by.
CREATE FUNCTION app.offer_by_link(token text, code text)
RETURNS TABLE (offer uuid, membership_id uuid, organisation_id uuid, covenant_id uuid, address text, municipality text, corporation text, type text, rooms int, floor int, lift boolean, accessibility text, rent int, service_costs int, available_from date)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE l offer_link;
BEGIN
  SELECT * INTO l FROM offer_link o WHERE o.token_hash = token FOR UPDATE;
  IF l.subject_id IS NULL OR NOT app.offer_link_lives(l) THEN RETURN; END IF;
  IF l.code_hash <> code THEN
    UPDATE offer_link SET tries = tries + 1 WHERE subject_id = l.subject_id;
    RETURN;
  END IF;
  RETURN QUERY SELECT l.subject_id, m.id, m.organisation_id, m.covenant_id, t.address, g.name, c.name, f.type, f.rooms, f.floor, f.lift, f.accessibility, t.rent, f.service_costs, t.available_from
    FROM offer_terms t JOIN dwelling_facts f ON f.subject_id = t.dwelling JOIN membership m ON m.covenant_id = t.covenant_id AND m.role = 'matching' AND m.ended_at IS NULL
      LEFT JOIN organisation g ON g.id = f.municipality LEFT JOIN party p ON p.subject_id = t.dwelling AND p.part = 'corporation' LEFT JOIN organisation c ON c.id = p.organisation_id
   WHERE t.subject_id = l.subject_id;
END $$;

-- The link is used up. False where it was already, or leads to another offer.
CREATE FUNCTION app.spend_offer_link(its uuid, token text, code text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM offer_link l WHERE l.subject_id = its AND l.token_hash = token AND l.code_hash = code AND app.offer_link_lives(l);
  RETURN FOUND;
END $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.offer_link_lives(offer_link)', 'app.open_offer_link(uuid, text, text)', 'app.offer_link_until(uuid)', 'app.offer_by_link(text, text)', 'app.spend_offer_link(uuid, text, text)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.open_offer_link(uuid, text, text), app.offer_link_until(uuid), app.offer_by_link(text, text), app.spend_offer_link(uuid, text, text) TO thuistafel_app;
