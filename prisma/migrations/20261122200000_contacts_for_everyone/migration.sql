-- Whoever cannot use a page must be able to say so without signing in: the address for help is for everyone as well.

DROP FUNCTION app.privacy_contacts();
CREATE FUNCTION app.contacts() RETURNS TABLE (covenant text, help text, privacy text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.name, c.help_contact, c.privacy_contact FROM covenant c ORDER BY c.name $$;

ALTER FUNCTION app.contacts() OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.contacts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.contacts() TO thuistafel_app;
