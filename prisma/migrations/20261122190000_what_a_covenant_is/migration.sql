-- What a covenant is called and since when, and whom to ask; the address for questions about privacy is for everyone.

ALTER TABLE "covenant" ADD COLUMN "kind" TEXT,
ADD COLUMN "signed_on" DATE,
ADD COLUMN "help_contact" TEXT,
ADD COLUMN "privacy_contact" TEXT;

-- Before anyone is signed in: of which covenants this installation is, and where a question about privacy goes.
CREATE FUNCTION app.privacy_contacts() RETURNS TABLE (covenant text, contact text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.name, c.privacy_contact FROM covenant c ORDER BY c.name $$;

ALTER FUNCTION app.privacy_contacts() OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.privacy_contacts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.privacy_contacts() TO thuistafel_app;
