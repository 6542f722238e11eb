// What organisations of the demo have beside their cases: time-out places that they lend, and words of their own on agreements.
import type pg from 'pg'
import type { OwnWords } from '../../src/domain/tenancy/own-words'

/** [whose, kind, name, municipality, how many, free so many days from now, note] */
const PLACES = [
  ['cosis', 'studio', 'De Brink', 'Emmen', 2, 0, 'Een huisdier mag mee.'],
  ['leger-des-heils', 'kamer', 'Het Anker', 'Emmen', 3, 0, null],
  ['leger-des-heils', 'crisisplek', 'Het Anker, begane grond', 'Emmen', 1, 9, 'Dag en nacht begeleiding.'],
  ['soozijn', 'logeerplek', 'De Esch', 'Coevorden', 1, 0, null],
] as const

const WORDS: OwnWords = {
  letterhead: 'Postbus 100\n7800 AC Emmen\nTelefoon 0591 - 00 00 00',
  clauses: {
    lease: [
      {
        text: 'Voor het houden van een hond is vooraf toestemming van de verhuurder nodig.',
        plain: 'Wilt u een hond? Vraag het ons eerst.',
      },
    ],
    guidance: [],
    tripartite: [
      {
        text: 'De verhuurder wijst een vaste contactpersoon aan.',
        plain: 'U weet altijd wie u bij ons kunt bellen.',
      },
    ],
  },
}

/** Who agreed, a month ago. */
const AGREED = `SELECT m.id FROM membership m JOIN organisation o ON o.id = m.organisation_id WHERE o.key = $1 AND m.role = $2 LIMIT 1`

/** Loads them, as the owner of the rights: none of it is a step. */
export async function lendAndWord(client: pg.Client, today: string) {
  for (const [organisation, kind, name, municipality, places, days, note] of PLACES)
    await client.query(
      `INSERT INTO time_out_place (covenant_id, organisation_id, kind, name, municipality, places, free_from, note)
        SELECT p.covenant_id, o.id, $2, $3, $4, $5, $6::date + $7::int, $8 FROM organisation o JOIN covenant_party p ON p.organisation_id = o.id
          JOIN covenant c ON c.id = p.covenant_id AND c.key = 'zuidoost-drenthe' WHERE o.key = $1`,
      [organisation, kind, name, municipality, places, today, days, note],
    )
  await client.query(
    `INSERT INTO own_words (organisation_id, number, words, proposed_by, proposed_at, ended_by, ended_at, outcome)
      SELECT o.id, 1, $2, (${AGREED.replace('$2', '$3')}), $5::date - 400, (${AGREED.replace('$2', '$4')}), $5::date - 398, 'agreed' FROM organisation o WHERE o.key = $1`,
    ['domesta', JSON.stringify(WORDS), 'corporatieLead', 'boardMember', today],
  )
}
