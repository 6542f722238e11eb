-- The ladder of a home: what was tried, what prevents homelessness, and until when a rung is held; agreements about living there,
-- warnings and cards, with what the client objected. docs/decisions/0048.
ALTER TABLE "case_escalations" ADD COLUMN "tried" TEXT, ADD COLUMN "prevention" TEXT, ADD COLUMN "until" DATE;

-- CreateTable
CREATE TABLE "case_cards" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "card_event" TEXT NOT NULL,
    "card_text" TEXT NOT NULL,
    "card_until" DATE,
    "prevention" TEXT,

    CONSTRAINT "case_cards_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "case_support_kept" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seq" BIGSERIAL NOT NULL,
    "subject_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recorded_on" DATE NOT NULL,
    "covenant_id" UUID NOT NULL,
    "kept_why" TEXT NOT NULL,

    CONSTRAINT "case_support_kept_pkey" PRIMARY KEY ("id")
);

DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT * FROM (VALUES ('cards', 'case_cards'), ('supportKept', 'case_support_kept')) v(object, t) LOOP
    EXECUTE format('CREATE INDEX %I ON %I ("subject_id", "seq")', c.t || '_subject_id_seq_idx', c.t);
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE', c.t, c.t || '_subject_id_fkey');
    PERFORM app.protect(c.object, c.t, 'subject_id', true);
  END LOOP;
END $$;
