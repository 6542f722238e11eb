import 'server-only'
// A name for a case whose client must not be found: drawn by lot, so that it says nothing about anyone.
import { randomInt } from 'node:crypto'

const words =
  'Beuk Berk Boterbloem Eik Esdoorn Fuut Gaai Havik Hulst Iep Kauw Kievit Kluut Kraanvogel Lijster Meerkoet Mus Ooievaar Populier Reiger Roodborst Spar Specht Spreeuw Sperwer Stern Tjiftjaf Vink Vlier Wilg Winterkoning Wulp Zwaan Zwaluw'.split(
    ' ',
  )

/** A tree, a flower or a bird, and a number of three digits. Nobody is called that. */
export const freshAlias = () => `${words[randomInt(words.length)]} ${randomInt(100, 1000)}`
