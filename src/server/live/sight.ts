import 'server-only'
// Who sees what of what changed: asked for all open pages of a process at once, each under their own rights.
import { asNobody } from '../db/as-actor'

type Seen = { member: string; subject: string; version: number }
type Question = {
  readonly member: string
  readonly subjects: readonly string[]
  readonly answer: (versions: readonly number[]) => void
  readonly fail: (error: unknown) => void
}

let waiting: Question[] = []

/** Asks what has come together until now; each subject counts once for each person. */
async function askAll() {
  const asked = waiting
  waiting = []
  const pairs = new Map(
    asked.flatMap(({ member, subjects }) =>
      subjects.map((subject) => [`${member} ${subject}`, [member, subject]] as const),
    ),
  )
  const [members, subjects] = [0, 1].map((at) => [...pairs.values()].map((pair) => pair[at]))
  try {
    const seen = await asNobody(
      (tx) => tx.$queryRaw<Seen[]>`
      SELECT member::text, subject::text, version FROM app.versions_for(${members}::uuid[], ${subjects}::uuid[])`,
    )
    const versions = new Map(seen.map(({ member, subject, version }) => [`${member} ${subject}`, version]))
    for (const { member, subjects, answer } of asked)
      answer(subjects.flatMap((subject) => versions.get(`${member} ${subject}`) ?? []))
  } catch (error) {
    for (const { fail } of asked) fail(error)
  }
}

/** The versions of those of these subjects that this person may see now. */
export const visible = (member: string, subjects: readonly string[]) =>
  new Promise<readonly number[]>((answer, fail) => {
    if (waiting.length === 0) setImmediate(askAll)
    waiting.push({ member, subjects, answer, fail })
  })
