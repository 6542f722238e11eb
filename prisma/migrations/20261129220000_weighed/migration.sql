-- What a decision rested on, as it was known then: written by the database with the record of the decision, and never changed. docs/decisions/0043.

-- Synced from the process tables: which facts are kept with which step, and where these stand.
CREATE TABLE "policy_weighed" (
    "kind" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "fields" TEXT[],
    CONSTRAINT "policy_weighed_pkey" PRIMARY KEY ("kind", "step", "object")
);
CREATE TABLE "weighed" (
    "record_id" UUID NOT NULL,
    "object" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "weighed_on" DATE NOT NULL,
    "version" INTEGER,
    "facts" JSONB NOT NULL,
    CONSTRAINT "weighed_pkey" PRIMARY KEY ("record_id", "object")
);
CREATE INDEX "weighed_subject_id_idx" ON "weighed"("subject_id");
ALTER TABLE "weighed" ADD CONSTRAINT "weighed_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT app.protect_derived('policy_weighed', 'true');
-- By two rights as they are now: that to these facts, and that to know why was decided so.
SELECT app.protect_derived('weighed', app.condition('read', 'ARRAY[object]', 'subject_id') || ' AND ' || app.condition('read', 'ARRAY[''decisionNotes'']', 'subject_id'));
REVOKE UPDATE ON weighed FROM thuistafel_kernel;

-- Keeps what was known, in the transaction of the decision. A row that was taken back by then was known no more.
CREATE FUNCTION app.facts_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE w policy_weighed; s spine; held jsonb; latest int;
BEGIN
  -- What is laid in bulk brings its own.
  IF (app.actor()).id IS NULL THEN RETURN NEW; END IF;
  FOR w IN SELECT * FROM policy_weighed p WHERE p.kind = NEW.subject_kind AND p.step = NEW.step LOOP
    IF s.id IS NULL THEN
      SELECT * INTO s FROM spine WHERE spine.id = NEW.subject_id;
      latest := (SELECT max(d.version) FROM case_decisions d WHERE 'decisions' = ANY (NEW.shown) AND d.subject_id = s.id AND d.adopted_on IS NOT NULL);
    END IF;
    EXECUTE format('SELECT coalesce(jsonb_agg((SELECT jsonb_object_agg(f, x.r->f) FROM unnest($2) f) ORDER BY (x.r->>''seq'')::bigint), ''[]'')
      FROM (SELECT to_jsonb(t) AS r FROM %I t WHERE t.%I = $1) x WHERE NOT EXISTS (SELECT 1 FROM row_taken_back b WHERE b.row_id = (x.r->>''id'')::uuid)', w.source, w.owner)
      INTO held USING CASE w.owner WHEN 'person_id' THEN s.person_id WHEN 'household_id' THEN s.household_id ELSE s.id END, w.fields;
    INSERT INTO weighed VALUES (NEW.id, w.object, s.id, s.covenant_id, NEW.step, NEW.taken_on, latest, held);
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER facts_kept AFTER INSERT ON journal FOR EACH ROW WHEN (NEW.kind = 'step') EXECUTE FUNCTION app.facts_kept();
ALTER FUNCTION app.facts_kept() OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.facts_kept() FROM PUBLIC;
