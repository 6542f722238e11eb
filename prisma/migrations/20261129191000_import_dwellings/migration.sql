-- Dwellings come in from a file by the same way as clients: an import says what its rows are to become.

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'case';

-- As before, by whoever may enter one of its kind.
CREATE OR REPLACE FUNCTION app.open_import(p jsonb) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); made uuid; wanted text := coalesce(p->>'kind', 'case');
BEGIN
  IF wanted NOT IN ('case', 'dwelling') OR NOT app.may_draft(me, wanted, CASE wanted WHEN 'case' THEN 'openCase' ELSE 'enterDwelling' END, NULL) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('import ' || me.id, 0));
  IF (SELECT count(*) FROM import i WHERE i.membership_id = me.id AND i.ended_at IS NULL) >= 3 THEN RETURN NULL; END IF;
  INSERT INTO import (membership_id, kind, state, format, checksum, headings, mapping, rows, made_at)
    VALUES (me.id, wanted, 'mapping', p->>'format', p->>'checksum', p->>'headings', p->'mapping', (p->>'rows')::int, clock_timestamp()) RETURNING id INTO made;
  RETURN made;
END $$;
ALTER FUNCTION app.open_import(jsonb) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.open_import(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_import(jsonb) TO thuistafel_app;

-- Which of these an own dwelling is, by its address or by the number that its corporation gave it: asked by whoever may enter one, of
-- their own organisation alone.
CREATE INDEX dwelling_facts_where ON dwelling_facts ((lower(regexp_replace(postcode, '[^[:alnum:]]', '', 'g')) || ' ' || lower(regexp_replace(house_number, '[^[:alnum:]]', '', 'g'))));
CREATE INDEX dwelling_facts_unit ON dwelling_facts ((lower(regexp_replace(unit_number, '[^[:alnum:]]', '', 'g')))) WHERE unit_number IS NOT NULL;
CREATE FUNCTION app.own_dwellings(addresses text[], units text[]) RETURNS TABLE (key text, number text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF NOT app.may_draft(me, 'dwelling', 'enterDwelling', NULL) THEN RETURN; END IF;
  RETURN QUERY WITH found AS (
      SELECT 'address ' || a AS key, f.subject_id FROM unnest(addresses) a JOIN dwelling_facts f
        ON (lower(regexp_replace(f.postcode, '[^[:alnum:]]', '', 'g')) || ' ' || lower(regexp_replace(f.house_number, '[^[:alnum:]]', '', 'g'))) = a
      UNION ALL SELECT 'unit ' || u, f.subject_id FROM unnest(units) u JOIN dwelling_facts f
        ON lower(regexp_replace(f.unit_number, '[^[:alnum:]]', '', 'g')) = u AND f.unit_number IS NOT NULL)
    SELECT x.key, s.number FROM found x JOIN spine s ON s.id = x.subject_id AND s.covenant_id = me.covenant_id AND s.stage <> 'withdrawn'
      WHERE EXISTS (SELECT 1 FROM party p WHERE p.subject_id = s.id AND p.part = 'corporation' AND p.organisation_id = me.organisation_id);
END $$;
ALTER FUNCTION app.own_dwellings(text[], text[]) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.own_dwellings(text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.own_dwellings(text[], text[]) TO thuistafel_app;
