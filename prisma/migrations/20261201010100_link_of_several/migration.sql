-- What may be said of a link has its limits in one place, and who holds one is told that others may be offered the home as well. docs/decisions/0050.

CREATE FUNCTION app.offer_link_limits(OUT lives interval, OUT tries int) LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public AS $$ SELECT interval '48 hours', 5 $$;
COMMENT ON FUNCTION app.offer_link_limits() IS 'How long a link by which a client answers lives, by the clock of the database, and how many wrong codes end it. Constants of the product, not of a covenant: docs/decisions/0050.';

CREATE OR REPLACE FUNCTION app.offer_link_lives(l public.offer_link) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT l.tries < m.tries AND l.expires_at > clock_timestamp()
    AND EXISTS (SELECT 1 FROM spine s WHERE s.id = l.subject_id AND s.shield IS NULL AND s.stage IN ('proposed', 'informed', 'viewing'))
  FROM app.offer_link_limits() m $$;

CREATE OR REPLACE FUNCTION app.open_offer_link(offer uuid, token text, code text) RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); ends timestamptz;
BEGIN
  IF me.id IS NULL OR me.role <> 'mentor' OR NOT app.may(me, 'write', ARRAY['answer'], offer) THEN RETURN NULL; END IF;
  DELETE FROM offer_link l WHERE NOT app.offer_link_lives(l) OR l.subject_id = offer;
  INSERT INTO offer_link AS made (subject_id, token_hash, code_hash, expires_at)
    SELECT s.id, token, code, clock_timestamp() + m.lives FROM spine s, app.offer_link_limits() m WHERE s.id = offer AND s.shield IS NULL AND s.stage IN ('proposed', 'informed', 'viewing')
    RETURNING made.expires_at INTO ends;
  RETURN ends;
END $$;

-- As before, and whether others may be offered the home: never who, or how many.
DROP FUNCTION app.offer_by_link(text, text);
CREATE FUNCTION app.offer_by_link(token text, code text)
RETURNS TABLE (offer uuid, membership_id uuid, organisation_id uuid, covenant_id uuid, address text, municipality text, corporation text, type text, rooms int, floor int, lift boolean, accessibility text, rent int, service_costs int, available_from date, several boolean)
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
  RETURN QUERY SELECT l.subject_id, m.id, m.organisation_id, m.covenant_id, t.address, g.name, c.name, f.type, f.rooms, f.floor, f.lift, f.accessibility, t.rent, f.service_costs, t.available_from, NOT t.alone
    FROM offer_terms t JOIN dwelling_facts f ON f.subject_id = t.dwelling JOIN membership m ON m.covenant_id = t.covenant_id AND m.role = 'matching' AND m.ended_at IS NULL
      LEFT JOIN organisation g ON g.id = f.municipality LEFT JOIN party p ON p.subject_id = t.dwelling AND p.part = 'corporation' LEFT JOIN organisation c ON c.id = p.organisation_id
   WHERE t.subject_id = l.subject_id;
END $$;

ALTER FUNCTION app.offer_link_limits() OWNER TO thuistafel_kernel;
ALTER FUNCTION app.offer_by_link(text, text) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.offer_link_limits(), app.offer_by_link(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.offer_by_link(text, text) TO thuistafel_app;
