-- Whoever leaves a proposal for now says why by a code, as whoever decides otherwise: a skip without a reason hid both. docs/decisions/0045.
CREATE OR REPLACE FUNCTION app.answer_proposal(its uuid, subject uuid, said text, why text, took int) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); client uuid;
BEGIN
  IF its IS DISTINCT FROM (SELECT r.id FROM matching_run r WHERE r.covenant_id = me.covenant_id AND r.state = 'done' ORDER BY r.ended_at DESC LIMIT 1) THEN RETURN false; END IF;
  IF said NOT IN ('accepted', 'skipped', 'deviated') OR (said = 'accepted') <> (why IS NULL) THEN RETURN false; END IF;
  SELECT p.case_id INTO client FROM matching_proposal p WHERE p.run_id = its AND CASE
    WHEN me.role IN ('coordinator', 'regisseur') THEN p.case_id = subject AND app.may(me, 'read', ARRAY['profile'], subject)
    WHEN me.role = 'officer' THEN p.dwelling_id = subject AND EXISTS (SELECT 1 FROM party y WHERE y.subject_id = subject AND y.part = 'corporation' AND y.organisation_id = me.organisation_id)
    ELSE false END;
  IF client IS NULL THEN RETURN false; END IF;
  INSERT INTO proposal_answer (run_id, case_id, role, membership_id, answer, reason, seconds, answered_at)
    VALUES (its, client, me.role, me.id, said, why, least(3600, greatest(0, took)), clock_timestamp()) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;
