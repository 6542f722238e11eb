-- Saved views of the list of cases: a name for a selection and its form. A view holds codes alone, and gives nobody a right:
-- whoever opens one asks the same question under their own.

CREATE TABLE "work_view" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "covenant_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "membership_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "reach" TEXT NOT NULL,
    "asked" JSONB NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "work_view_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "work_view" ADD CONSTRAINT "work_view_reach_check" CHECK (reach IN ('own', 'team', 'organisation'));
ALTER TABLE "work_view" ADD CONSTRAINT "work_view_name_check" CHECK (length(name) BETWEEN 1 AND 60);
ALTER TABLE "work_view" ADD CONSTRAINT "work_view_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "work_view_organisation_id_covenant_id_idx" ON "work_view"("organisation_id", "covenant_id");
CREATE INDEX "work_view_membership_id_idx" ON "work_view"("membership_id");

-- With which view the list opens for one person.
CREATE TABLE "first_view" (
    "membership_id" UUID NOT NULL,
    "view_id" UUID NOT NULL,

    CONSTRAINT "first_view_pkey" PRIMARY KEY ("membership_id")
);
ALTER TABLE "first_view" ADD CONSTRAINT "first_view_view_id_fkey" FOREIGN KEY ("view_id") REFERENCES "work_view"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "first_view_view_id_idx" ON "first_view"("view_id");

-- One's own, those of people in the same role at the same organisation, and those of the organisation.
SELECT app.protect_derived('work_view', 'organisation_id = (SELECT app.organisation()) AND covenant_id = (SELECT app.covenant())'
  ' AND (membership_id = (SELECT app.membership()) OR reach = ''organisation'' OR (reach = ''team'' AND role = (SELECT app.role())))');
SELECT app.protect_derived('first_view', 'membership_id = (SELECT app.membership())');

-- Keeps a view: a new one, or another name, reach or selection of one's own. Null: not theirs, too many, or no selection of codes.
CREATE FUNCTION app.keep_view(p jsonb) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor(); kept uuid := (p->>'id')::uuid;
BEGIN
  IF me.id IS NULL OR length(coalesce(p->>'name', '')) NOT BETWEEN 1 AND 60 OR coalesce(p->>'reach', '') NOT IN ('own', 'team', 'organisation') THEN RETURN NULL; END IF;
  IF p ? 'asked' AND (jsonb_typeof(p->'asked') <> 'object' OR EXISTS (SELECT 1 FROM jsonb_each(p->'asked') a
      WHERE a.key NOT IN ('stage', 'task', 'late', 'organisation', 'whose', 'sort', 'view', 'columns', 'dense') OR jsonb_typeof(a.value) <> 'string' OR a.value #>> '{}' !~ '^[\w.-]{1,120}$')) THEN RETURN NULL; END IF;
  IF kept IS NOT NULL THEN
    UPDATE work_view v SET name = p->>'name', reach = p->>'reach', asked = coalesce(p->'asked', v.asked), changed_at = clock_timestamp()
     WHERE v.id = kept AND v.membership_id = me.id RETURNING v.id INTO kept;
    RETURN kept;
  END IF;
  IF NOT p ? 'asked' THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('views ' || me.id, 0));
  IF (SELECT count(*) FROM work_view v WHERE v.membership_id = me.id) >= 30 THEN RETURN NULL; END IF;
  INSERT INTO work_view (covenant_id, organisation_id, role, membership_id, name, reach, asked, changed_at)
    VALUES (me.covenant_id, me.organisation_id, me.role, me.id, p->>'name', p->>'reach', p->'asked', clock_timestamp()) RETURNING id INTO kept;
  RETURN kept;
END $$;

-- One's own goes; a shared one also by the team leaders of the organisation, so that none outlives its use.
CREATE FUNCTION app.remove_view(view uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  DELETE FROM work_view v WHERE v.id = view AND (v.membership_id = me.id OR (v.reach <> 'own' AND v.organisation_id = me.organisation_id AND v.covenant_id = me.covenant_id
    AND me.role IN ('gemeenteLead', 'corporatieLead', 'zorgLead')));
  RETURN FOUND;
END $$;

-- The list opens with this view, which this person can see; with none when it is null.
CREATE FUNCTION app.open_with(view uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  IF me.id IS NULL THEN RETURN false; END IF;
  DELETE FROM first_view f WHERE f.membership_id = me.id;
  INSERT INTO first_view (membership_id, view_id) SELECT me.id, v.id FROM work_view v WHERE v.id = view AND v.organisation_id = me.organisation_id AND v.covenant_id = me.covenant_id
    AND (v.membership_id = me.id OR v.reach = 'organisation' OR (v.reach = 'team' AND v.role = me.role));
  RETURN view IS NULL OR FOUND;
END $$;

-- Whose access ended leaves only what they shared.
CREATE FUNCTION app.views_left() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM first_view f WHERE f.membership_id = NEW.id;
  DELETE FROM work_view v WHERE v.membership_id = NEW.id AND v.reach = 'own';
  RETURN NEW;
END $$;
CREATE TRIGGER views_left AFTER UPDATE OF ended_at ON membership FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION app.views_left();

DO $$ DECLARE f regprocedure; BEGIN
  FOREACH f IN ARRAY ARRAY['app.keep_view(jsonb)', 'app.remove_view(uuid)', 'app.open_with(uuid)', 'app.views_left()']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO thuistafel_kernel', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.keep_view(jsonb), app.remove_view(uuid), app.open_with(uuid) TO thuistafel_app;
