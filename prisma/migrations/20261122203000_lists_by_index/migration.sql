-- Lists that cost the same in a large region as in a small one. docs/decisions/0004 says how, docs/bench.md how much.

-- Every list is a range of this index: of one holder in one covenant, by relation and stage, in the order of the numbers.
DROP INDEX "relation_holder_id_subject_kind_stage_number_idx";
CREATE INDEX "relation_list_idx" ON "relation"("holder_id", "covenant_id", "subject_kind", "relation", "stage", "number", "subject_id");

-- The same rows as before. An OR here would be taken apart into two searches of the index that give their rows in no
-- order: then a list reads all of them to show the first fifty. A CASE is asked of each row, in the order of the index.
DROP POLICY readable ON relation;
CREATE POLICY readable ON relation FOR SELECT TO thuistafel_app USING (covenant_id = (SELECT app.covenant()) AND CASE
  WHEN stage = 'new' THEN holder_id = (SELECT app.organisation())
  ELSE holder_id IN ((SELECT app.organisation()), (SELECT app.covenant())) AND (subject_kind, stage, relation) IN
    (SELECT g.kind, g.stage, g.relation FROM policy_grant g WHERE g.role = (SELECT app.role()) AND g.verb = 'read' AND g.object = 'spine') END);

-- Who acts is asked for every table of every query. Three rows by their keys are found five times as fast as by
-- reading three small tables, which is what Postgres prefers of itself.
ALTER FUNCTION app.actor() SET enable_seqscan = off;
ALTER FUNCTION app.session_of(text) SET enable_seqscan = off;
ALTER FUNCTION app.memberships_of(text) SET enable_seqscan = off;

-- The relations of a person or household say their subject's kind and stage themselves: one question, not one for each subject.
CREATE OR REPLACE FUNCTION app.may_of_person(me public.membership, wanted text, objects text[], person uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE r.person_id = person AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id)
      AND g.role = me.role AND g.verb = wanted AND g.object = ANY (objects) AND (g.needs = '' OR app.consented(person, g.needs)));
END $$;
CREATE OR REPLACE FUNCTION app.may_of_household(me public.membership, wanted text, objects text[], household uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN EXISTS (SELECT 1 FROM relation r JOIN policy_grant g ON g.kind = r.subject_kind AND g.relation = r.relation AND g.stage = r.stage
    WHERE r.household_id = household AND r.covenant_id = me.covenant_id AND r.holder_id IN (me.organisation_id, me.covenant_id)
      AND g.role = me.role AND g.verb = wanted AND g.object = ANY (objects) AND (g.needs = '' OR app.consented(r.person_id, g.needs)));
END $$;

-- The tasks of a whole organisation in the order in which they end. Paused ones are few and stand apart.
CREATE INDEX "turn_covenant_id_holder_id_due_on_id_idx" ON "turn"("covenant_id", "holder_id", "due_on", "id");
CREATE INDEX turn_paused ON turn (covenant_id, holder_id, role) WHERE paused_on IS NOT NULL;
