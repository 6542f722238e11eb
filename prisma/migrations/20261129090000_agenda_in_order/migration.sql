-- How long a tafel lasts, how long each case on it may take, and in what order they come. docs/decisions/0031 says why it is done so.

ALTER TABLE "tafel_session" ADD COLUMN "minutes" INTEGER;
ALTER TABLE "tafel_items" ADD COLUMN "minutes" INTEGER;

CREATE TABLE "tafel_agenda_order" (
    "subject_id" UUID NOT NULL,
    "covenant_id" UUID NOT NULL,
    "cases" UUID[],

    CONSTRAINT "tafel_agenda_order_pkey" PRIMARY KEY ("subject_id")
);
ALTER TABLE "tafel_agenda_order" ADD CONSTRAINT "tafel_agenda_order_subject_id_fkey" FOREIGN KEY ("subject_id") REFERENCES "spine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
SELECT app.protect('agendaOrder', 'tafel_agenda_order', 'subject_id', false);

-- Who leads or writes at the table, and worked on one of these cases in another role. Of a case whose parties the actor may
-- read, and no other: who works on a case says for which organisation it is.
CREATE FUNCTION app.involved_at_tafel(cases uuid[]) RETURNS TABLE ("case" uuid, name text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE me membership := app.actor();
BEGIN
  RETURN QUERY SELECT DISTINCT c.id, a.name
    FROM unnest(cases) c(id) JOIN journal j ON j.subject_id = c.id AND j.kind = 'step' JOIN account a ON a.id = j.account_id
   WHERE j.covenant_id = me.covenant_id AND j.role NOT IN ('chair', 'secretary', 'coordinator', 'matching', 'reporting')
     AND EXISTS (SELECT 1 FROM membership m WHERE m.account_id = j.account_id AND m.covenant_id = me.covenant_id AND m.role IN ('chair', 'secretary') AND app.live(m))
     AND app.may(me, 'read', '{parties}', c.id);
END $$;
ALTER FUNCTION app.involved_at_tafel(uuid[]) OWNER TO thuistafel_kernel;
REVOKE EXECUTE ON FUNCTION app.involved_at_tafel(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.involved_at_tafel(uuid[]) TO thuistafel_app;
