// What is known of a paper, row by row; its bytes are kept apart.
import { code, count, day, optional, ref, text } from '../kernel/field'
import { rows } from '../kernel/subject'
import { FILE_MAX, fileFormats, paperTypes } from './papers'

/** Rows of papers of these types; a later row about the same paper replaces an earlier one. */
const paperRows = <const C extends readonly string[]>(types: C) =>
  rows({
    paper: ref('paper'),
    paperType: code('paper', types),
    fileName: text(120),
    fileFormat: code('fileFormat', fileFormats),
    fileSize: count(1, FILE_MAX),
    checksum: text(64),
    paperVersion: count(1, 999),
    /** The paper of which this is a newer version. */
    replaces: optional(ref('paper')),
    /** The last day on which it counts. */
    lastDay: optional(day('future')),
    /** From then on its bytes are given to nobody. */
    withdrawnOn: optional(day()),
  })

/** The compartments of papers: one for each set of readers. */
export const papers = {
  papersIdentity: paperRows(paperTypes.papersIdentity),
  papersIncome: paperRows(paperTypes.papersIncome),
  papersHousing: paperRows(paperTypes.papersHousing),
  papersSupport: paperRows(paperTypes.papersSupport),
  papersContract: paperRows(paperTypes.papersContract),
  papersOwn: paperRows(paperTypes.papersOwn),
}
