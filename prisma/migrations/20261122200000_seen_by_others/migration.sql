-- "How does Woonservice see this case?": which groups of facts a role of another party reads, by its own rights.
-- For whoever reads who the parties are. Only names of groups come out, never what they hold.
CREATE FUNCTION app.seen_by(subject uuid, other uuid, wanted_role text) RETURNS text[] LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); them uuid; seen text[];
BEGIN
  IF NOT app.may(me, 'read', ARRAY['parties'], subject) THEN RETURN NULL; END IF;
  SELECT m.id INTO them FROM membership m
   WHERE m.organisation_id = other AND m.covenant_id = me.covenant_id AND m.role = wanted_role AND app.live(m) LIMIT 1;
  IF them IS NULL THEN RETURN NULL; END IF;
  PERFORM set_config('app.membership', them::text, true);
  SELECT array_agg(object) INTO seen FROM (SELECT DISTINCT g.object FROM policy_grant g WHERE g.kind = 'case' AND g.verb = 'read' AND g.role = wanted_role) o
   WHERE app.may(app.actor(), 'read', ARRAY[o.object], subject);
  PERFORM set_config('app.membership', me.id::text, true);
  RETURN coalesce(seen, '{}');
END $$;
ALTER FUNCTION app.seen_by(uuid, uuid, text) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.seen_by(uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.seen_by(uuid, uuid, text) TO thuistafel_app;
