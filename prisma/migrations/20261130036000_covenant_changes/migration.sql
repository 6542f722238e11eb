-- Another version of a covenant: proposed by one party, agreed to by another. docs/decisions/0049.

-- CreateTable
CREATE TABLE "covenant_change" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "covenant_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "rules" JSONB NOT NULL,
    "why" TEXT NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ NOT NULL,
    "ended_by" UUID,
    "ended_at" TIMESTAMPTZ,
    "outcome" TEXT,

    CONSTRAINT "covenant_change_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "covenant_change" ADD CONSTRAINT "covenant_change_covenant_id_fkey" FOREIGN KEY ("covenant_id") REFERENCES "covenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "covenant_change" ADD CONSTRAINT "covenant_change_proposed_by_fkey" FOREIGN KEY ("proposed_by") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "covenant_change" ADD CONSTRAINT "covenant_change_ended_by_fkey" FOREIGN KEY ("ended_by") REFERENCES "membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE covenant_change ADD CONSTRAINT an_outcome CHECK ((ended_at IS NULL) = (outcome IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL) AND outcome IN ('agreed', 'refused', 'withdrawn'));
CREATE UNIQUE INDEX one_change_at_a_time ON covenant_change (covenant_id) WHERE ended_at IS NULL;
SELECT app.protect_derived('covenant_change', $$covenant_id = ((SELECT app.actor())).covenant_id AND ((SELECT app.actor())).role IN ('coordinator', 'gemeenteLead', 'corporatieLead', 'zorgLead', 'boardMember')$$);

-- What was proposed stays as it was, whatever came of it.
REVOKE DELETE ON covenant_change FROM thuistafel_kernel;
CREATE FUNCTION app.change_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR (NEW.rules, NEW.valid_from, NEW.number, NEW.proposed_by) IS DISTINCT FROM (OLD.rules, OLD.valid_from, OLD.number, OLD.proposed_by) THEN
    RAISE EXCEPTION 'A proposed version is kept as it is' USING ERRCODE = 'TT002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER change_kept BEFORE UPDATE ON covenant_change FOR EACH ROW EXECUTE FUNCTION app.change_kept();

-- Proposes the version after `base`, from a day to come. No row: not theirs to propose, one lies there already, or `base` is the newest no longer.
CREATE FUNCTION app.propose_change(base int, from_day date, its_rules jsonb, reason text) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); made uuid;
BEGIN
  IF me.id IS NULL OR me.role NOT IN ('coordinator', 'gemeenteLead') OR from_day <= app.today() THEN RETURN NULL; END IF;
  INSERT INTO covenant_change (covenant_id, number, valid_from, rules, why, proposed_by, proposed_at)
    SELECT me.covenant_id, base + 1, from_day, its_rules, reason, me.id, clock_timestamp() FROM covenant_version v
     WHERE v.covenant_id = me.covenant_id AND v.number = base AND v.valid_from < from_day
       AND NOT EXISTS (SELECT 1 FROM covenant_version l WHERE l.covenant_id = me.covenant_id AND l.number > base)
    ON CONFLICT DO NOTHING RETURNING id INTO made;
  RETURN made;
END $$;

-- The second of two people, of another party: from here on it is a version. False: not theirs, or too late.
CREATE FUNCTION app.agree_to_change(its uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); found_change covenant_change;
BEGIN
  UPDATE covenant_change c SET ended_at = clock_timestamp(), ended_by = me.id, outcome = 'agreed' FROM membership p
   WHERE c.id = its AND c.ended_at IS NULL AND c.covenant_id = me.covenant_id AND c.valid_from > app.today()
     AND me.role IN ('coordinator', 'gemeenteLead', 'corporatieLead', 'zorgLead', 'boardMember')
     AND p.id = c.proposed_by AND p.account_id <> me.account_id AND p.organisation_id <> me.organisation_id
   RETURNING c.* INTO found_change;
  IF found_change.id IS NULL THEN RETURN false; END IF;
  INSERT INTO covenant_version (covenant_id, number, valid_from, rules) VALUES (found_change.covenant_id, found_change.number, found_change.valid_from, found_change.rules);
  RETURN true;
END $$;

-- Taken back by the party that proposed it, or refused by another.
CREATE FUNCTION app.end_change(its uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  UPDATE covenant_change c SET ended_at = clock_timestamp(), ended_by = me.id, outcome = CASE WHEN p.organisation_id = me.organisation_id THEN 'withdrawn' ELSE 'refused' END FROM membership p
   WHERE c.id = its AND c.ended_at IS NULL AND c.covenant_id = me.covenant_id AND p.id = c.proposed_by
     AND me.role IN ('coordinator', 'gemeenteLead', 'corporatieLead', 'zorgLead', 'boardMember');
  RETURN FOUND;
END $$;

ALTER FUNCTION app.change_kept() OWNER TO thuistafel_kernel;
ALTER FUNCTION app.propose_change(int, date, jsonb, text) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.agree_to_change(uuid) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.end_change(uuid) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.change_kept(), app.propose_change(int, date, jsonb, text), app.agree_to_change(uuid), app.end_change(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.propose_change(int, date, jsonb, text), app.agree_to_change(uuid), app.end_change(uuid) TO thuistafel_app;
