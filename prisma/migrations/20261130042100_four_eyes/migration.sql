-- Two people agree to a support plan, and to more or less support: held here, whoever writes the rows. docs/decisions/0047.
-- Of rows of before it is not known which membership wrote them.
-- AlterTable
ALTER TABLE "case_support_changes" ADD COLUMN     "asked_by" UUID;

-- AlterTable
ALTER TABLE "case_plan_versions" ADD COLUMN     "written_by" UUID;

-- AlterTable
ALTER TABLE "case_plan_words" ADD COLUMN     "said_by" UUID;

-- CreateTable
CREATE TABLE "case_scaling_words" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "scaling_word" TEXT NOT NULL,
    "next_review_on" DATE,
    "note" TEXT,
    "said_by" UUID NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "case_scaling_words_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_scaling_words_subject_id_seq_idx" ON "case_scaling_words"("subject_id", "seq");

-- AddForeignKey
ALTER TABLE "case_scaling_words" ADD CONSTRAINT "case_scaling_words_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

SELECT app.protect('scalingWords', 'case_scaling_words', 'subject_id', true);

-- Whether a membership is held by whoever acts now.
CREATE FUNCTION app.is_me(its uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT COALESCE(its = (app.actor()).id, false)
$$;
-- Whether two memberships are held by two people: not one person with another hat. False where one of them is not known.
CREATE FUNCTION app.two_people(one uuid, other uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM membership a JOIN membership b ON b.id = other AND b.account_id <> a.account_id WHERE a.id = one)
$$;

-- The policies answer first: this is asked of a row that they let in. What is loaded without an actor was decided by the same rules.
CREATE FUNCTION app.written_by_oneself() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (app.actor()).id IS NULL OR app.is_me((to_jsonb(NEW) ->> TG_ARGV[0])::uuid) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'in the name of somebody else' USING ERRCODE = 'TT015';
END $$;
CREATE TRIGGER written_by_oneself AFTER INSERT ON case_plan_versions FOR EACH ROW EXECUTE FUNCTION app.written_by_oneself('written_by');
CREATE TRIGGER written_by_oneself AFTER INSERT ON case_support_changes FOR EACH ROW EXECUTE FUNCTION app.written_by_oneself('asked_by');
CREATE TRIGGER written_by_oneself AFTER INSERT ON case_plan_words FOR EACH ROW EXECUTE FUNCTION app.written_by_oneself('said_by');
CREATE TRIGGER written_by_oneself AFTER INSERT ON case_scaling_words FOR EACH ROW EXECUTE FUNCTION app.written_by_oneself('said_by');

-- The last version of a plan is agreed to by another person than whoever wrote it; a version of before has a name alone.
CREATE FUNCTION app.plan_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE was case_plan_versions;
BEGIN
  IF (app.actor()).id IS NULL OR NEW.plan_word <> 'approved' THEN RETURN NEW; END IF;
  SELECT * INTO was FROM case_plan_versions v WHERE v.subject_id = NEW.subject_id ORDER BY v.seq DESC LIMIT 1;
  IF was.plan_number = NEW.plan_number AND (app.two_people(was.written_by, NEW.said_by) OR (was.written_by IS NULL AND was.recorded_by <> NEW.recorded_by)) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'two people' USING ERRCODE = 'TT015';
END $$;
CREATE TRIGGER plan_by_two AFTER INSERT ON case_plan_words FOR EACH ROW EXECUTE FUNCTION app.plan_by_two();

-- More or less support is agreed to by another person than whoever asked it last.
CREATE FUNCTION app.scaling_by_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (app.actor()).id IS NULL OR NEW.scaling_word <> 'approved' THEN RETURN NEW; END IF;
  IF app.two_people((SELECT c.asked_by FROM case_support_changes c WHERE c.subject_id = NEW.subject_id ORDER BY c.seq DESC LIMIT 1), NEW.said_by) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'two people' USING ERRCODE = 'TT015';
END $$;
CREATE TRIGGER scaling_by_two AFTER INSERT ON case_scaling_words FOR EACH ROW EXECUTE FUNCTION app.scaling_by_two();

ALTER FUNCTION app.is_me(uuid) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.two_people(uuid, uuid) OWNER TO thuistafel_kernel;
ALTER FUNCTION app.written_by_oneself() OWNER TO thuistafel_kernel;
ALTER FUNCTION app.plan_by_two() OWNER TO thuistafel_kernel;
ALTER FUNCTION app.scaling_by_two() OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.is_me(uuid), app.two_people(uuid, uuid), app.written_by_oneself(), app.plan_by_two(), app.scaling_by_two() FROM PUBLIC;
