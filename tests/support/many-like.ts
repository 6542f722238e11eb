// Rows of a region that is larger than a test can play.

const OF_SPINE =
  'id, kind, number, covenant_id, covenant_version_id, person_id, household_id, stage, version, opened_on'
const OF_RELATION =
  'subject_id, holder_id, relation, part, subject_kind, covenant_id, number, stage, person_id, household_id, due_on'
const of = (row: string, columns: string) =>
  columns
    .split(', ')
    .map((name) => `${row}.${name}`)
    .join(', ')

/** Five hundred more that wait like this one does. */
export const manyLike = `
  WITH many AS (SELECT gen_random_uuid() AS id, 'R-' || n AS number FROM generate_series(1, 500) n),
    spines AS (INSERT INTO spine (${OF_SPINE}) SELECT ${of('x', OF_SPINE)} FROM spine s, many m, jsonb_populate_record(s, jsonb_build_object('id', m.id, 'number', m.number)) x WHERE s.id = $1 RETURNING id),
    turns AS (INSERT INTO turn SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'subject_id', m.id))).* FROM turn t, many m WHERE t.subject_id = $1),
    ready AS (INSERT INTO case_readiness SELECT (jsonb_populate_record(c, jsonb_build_object('subject_id', m.id))).* FROM case_readiness c, many m WHERE c.subject_id = $1)
  INSERT INTO relation (${OF_RELATION}) SELECT ${of('x', OF_RELATION)} FROM relation r, many m, jsonb_populate_record(r, jsonb_build_object('subject_id', m.id, 'number', m.number)) x WHERE r.subject_id = $1`
