-- Who sits at the table of a tafel, with stand-ins, and since when they are invited. docs/decisions/0031.

CREATE TABLE "tafel_delegates" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "seat" TEXT NOT NULL,
    "delegate" UUID NOT NULL,
    "stand_in" UUID,
    "on" BOOLEAN NOT NULL,

    CONSTRAINT "tafel_delegates_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "tafel_invitation" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "invited_on" DATE NOT NULL,

    CONSTRAINT "tafel_invitation_pkey" PRIMARY KEY ("subject_id")
);
CREATE INDEX "tafel_delegates_subject_id_seq_idx" ON "tafel_delegates"("subject_id", "seq");
ALTER TABLE "tafel_delegates" ADD CONSTRAINT "tafel_delegates_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tafel_invitation" ADD CONSTRAINT "tafel_invitation_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('delegates', 'tafel_delegates', 'subject_id', true);
SELECT app.protect('invitation', 'tafel_invitation', 'subject_id', false);

-- As before; a step can name an organisation that hears of it as well.
CREATE OR REPLACE FUNCTION app.record_step(p jsonb) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); s spine; x jsonb; who uuid; recorded uuid; day date := (p->>'on')::date; moved boolean; held jsonb;
BEGIN
  -- A row of a compartment holds a key share on its spine: a lock on the key as well would let two steps wait for each other.
  SELECT * INTO s FROM spine WHERE spine.id = (p->>'subjectId')::uuid FOR NO KEY UPDATE;
  IF s.id IS NULL OR s.version <> (p->>'version')::int OR s.stage <> p->>'from' THEN RAISE EXCEPTION 'changed meanwhile' USING ERRCODE = 'TT001'; END IF;
  PERFORM app.authorise_step(me, s, p->>'step', (p->>'causeId')::uuid);
  moved := p->>'to' <> s.stage;
  UPDATE spine SET stage = p->>'to', version = s.version + 1 WHERE spine.id = s.id;
  UPDATE relation SET stage = p->>'to' WHERE subject_id = s.id AND moved;
  s.stage := p->>'to';
  -- Who is let go of the subject by this step hears of it as well.
  held := (SELECT jsonb_object_agg(party.part, app.holder(s, party.part)) FROM party WHERE party.subject_id = s.id);
  FOR x IN SELECT * FROM jsonb_array_elements(coalesce(p->'release', '[]')) LOOP
    DELETE FROM relation WHERE subject_id = s.id AND part = x#>>'{}';
    DELETE FROM party WHERE subject_id = s.id AND part = x#>>'{}';
  END LOOP;
  FOR x IN SELECT * FROM jsonb_array_elements(coalesce(p->'relate', '[]')) LOOP
    who := coalesce((x->>'organisationId')::uuid, (SELECT organisation_id FROM party WHERE subject_id = (x->>'asIn')::uuid AND part = x->>'part'));
    PERFORM app.relate(s, x->>'relation', x->>'part', who);
  END LOOP;
  PERFORM app.turn_over(s, p, moved, day);
  recorded := app.append_journal(me, p || jsonb_build_object('kind', 'step', 'subjectKind', s.kind));
  INSERT INTO outbox (journal_id, covenant_id, subject_id, subject_kind, step, role, holder_id, created_at)
    SELECT DISTINCT recorded, s.covenant_id, s.id, s.kind, p->>'step', n->>'role', h, statement_timestamp()
      FROM jsonb_array_elements(coalesce(p->'notifies', '[]')) n, coalesce((n->>'organisationId')::uuid, app.holder(s, n->>'part'), (held->>(n->>'part'))::uuid) h
     WHERE h IS NOT NULL AND NOT (h = me.organisation_id AND n->>'role' = me.role);
  RETURN recorded;
END $$;
ALTER FUNCTION app.record_step(jsonb) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.record_step(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.record_step(jsonb) TO thuistafel_app;
