-- What stands on the cards of a start, and a work list of one kind of task: a few of many, the first to end on top. Without
-- this all tasks of a large organisation were read to find them.
CREATE INDEX turn_by_task ON turn (covenant_id, holder_id, role, task, due_on, id);

-- How much is unread for this member, in one question: it is in the frame of every page. Whoever could ask it in another's
-- name could enter as them as well: that is what the one door to data is for.
CREATE FUNCTION app.count_unread_of(member uuid, most int) RETURNS int LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM set_config('app.membership', member::text, true);
  RETURN app.count_unread(most);
END $$;

ALTER FUNCTION app.count_unread_of(uuid, int) OWNER TO thuistafel_kernel;
REVOKE ALL ON FUNCTION app.count_unread_of(uuid, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.count_unread_of(uuid, int) TO thuistafel_app;
