-- The consent ledger: what was asked, on which ground, with which text, how it was given, and until when it counts.
-- docs/decisions/0015 says why a yes has a last day, and who may write what here.

ALTER TABLE "case_consents" ADD COLUMN "until" DATE,
  ADD COLUMN "purpose" TEXT, ADD COLUMN "basis" TEXT, ADD COLUMN "how" TEXT,
  ADD COLUMN "text_version" INTEGER, ADD COLUMN "text_language" TEXT;

-- What was said before this table asked more: a yes counts for a year, as it does from now on. What was read is not known.
SET LOCAL ROLE thuistafel_kernel;
UPDATE case_consents SET until = (("on" + interval '12 months')::date) WHERE given;
UPDATE case_consents SET
  purpose = CASE category WHEN 'verslaving' THEN 'steunRegelen' WHEN 'terugval' THEN 'hulpBijTerugval' WHEN 'huurachterstand' THEN 'achterstandOplossen' ELSE 'huurStarten' END,
  basis = CASE WHEN category IN ('verslaving', 'terugval') THEN 'uitdrukkelijk' ELSE 'toestemming' END;
RESET ROLE;

-- Whether this person's last word to the actor's organisation about this category was yes, and still counts today.
CREATE OR REPLACE FUNCTION app.consented(person uuid, wanted text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET plan_cache_mode = force_generic_plan AS $$
DECLARE me membership := app.actor();
BEGIN
  RETURN coalesce((SELECT c.given AND c.until >= app.today() FROM case_consents c
    WHERE c.person_id = person AND c.recipient = me.organisation_id AND c.category = wanted ORDER BY c.seq DESC LIMIT 1), false);
END $$;

-- Only the provider of the client records a yes. Others may record that it was withdrawn; an organisation that received
-- the facts, for itself only: it never gives itself a right. Rows that are loaded by nobody are as they are.
CREATE FUNCTION app.consent_said() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.role <> 'mentor' AND (NEW.given OR (me.role = 'officer' AND NEW.recipient <> me.organisation_id)) THEN
    RAISE EXCEPTION 'not theirs to say' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION app.consent_said() OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.consent_said() FROM PUBLIC;
CREATE TRIGGER said BEFORE INSERT ON case_consents FOR EACH ROW EXECUTE FUNCTION app.consent_said();
