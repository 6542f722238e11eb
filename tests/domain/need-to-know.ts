// The need-to-know matrix of domain.md §4.4, per role and compartment, as it was decided for this product.
import type { Role } from '@/domain/case/actor'
import { grants } from '@/domain/case/steps'

/**
 * W writes (and reads) · R reads, from the first stage on · R/t from the tafel on · R/m during matching · R/h once there is a home
 * R* after assignment, from matching · R*h after assignment, once there is a home · R*a after assignment, at any stage
 * wi adds to it and reads it as an invited guest at the tafel · w* adds to it after assignment, and reads none of it
 * C… only with a consent · …+i also as an invited guest at the tafel · …+n also who is asked to take over, until the end
 * - nothing
 * ZA: mentor, zorgLead. GEM: regisseur, gemeenteLead. REG: coordinator, chair, secretary. COR: officer, corporatieLead.
 */
const table = `
row   compartment       mentor zorgLead regisseur gemeenteLead coordinator chair secretary officer corporatieLead localTeam matching reporting
1     spine             R+i+n  R        R+n       R            R           R/t   R/t       R*+i    R*             R*a+i     R/m      R
1     readiness         W+i+n  R        R+n       R            R           R/t   R/t       R*+i    R*             i         R/m      R
2     identity          W+n    R        R+n       R            R           R/t   R/t       R*      R*             R*a       R/m      -
2     contact           W+n    R        R+n       R            R           R/t   R/t       R*      R*             R*a       -        -
2     initials          W+i+n  R        R+n       R            R           R/t   R/t       R*+i    R*             R*a+i     -        -
-     earlier           W      R        R         R            -           -     -         -       -              -         -        -
-     imported          W      R        R         R            -           -     -         -       -              -         -        -
-     takenBack         W      R        W         R            -           -     -         -       -              -         -        -
-     parties           W+n    W        R+n       R            R           R/t   R/t       R*      R*             R*a       -        -
3     bsn               W      -        W         -            -           -     -         -       -              -         -        -
3     bsnCheck          W      -        W         -            -           -     -         -       -              -         -        -
-     consents          W      R        W         R            W           R/t   R/t       w*      -              -         -        -
4     residence         W      R        R         R            R           R/t   R/t       -       -              -         -        -
4,9   landlordSummary   W      R        R         R            R           R/t   R/t       R*      R*             -         R/m      -
5     members           W      R        R         R            -           -     -         -       -              -         -        -
-     earlierAddresses  W      R        R         R            -           -     -         -       -              -         -        -
5     household         W+i    R        R         R            R           R/t   R/t       R*+i    R*             i         R/m      R
6     income            W      R        R         R            -           -     -         R*h     R*h            -         -        -
6     incomeClass       W      R        R         R            R           R/t   R/t       R*      R*             -         R/m      -
7     debts             W      R        -         -            -           -     -         -       -              -         -        -
7     debtSummary       W      R        R         R            R           R/t   R/t       CR*     CR*            -         -        -
8     bewind            W      R        R         R            R           R/t   R/t       R*      R*             -         -        -
9,10  stay              W      R        R         R            R           R/t   R/t       -       -              -         -        R
-     binding           W      R        R         R            R           R/t   R/t       -       -              -         -        -
11,12 health            W      R        -         -            -           -     -         -       -              -         -        -
12    addictionSummary  W      R        CR        CR           -           -     -         -       -              -         -        -
13    zrm               W      R        R         R            -           -     -         -       -              -         -        -
14    support           W      R        R         R            R           R/t   R/t       -       -              -         -        -
14    supportSummary    W+i+n  R        R+n       R            R           R/t   R/t       R*+i    R*             R*a+i     -        -
-     dayActivity       W      R        R         R            R           -     -         -       -              -         -        -
-     youth             W      R        R         R            -           -     -         -       -              -         -        -
15    relapsePlan       W      R        -         -            -           -     -         -       -              -         -        -
15    relapseSummary    W      R        R         R            R           R/t   R/t       CR*     CR*            -         -        -
16    housingHistory    W      R        R         R            -           -     -         CR*     CR*            -         -        -
17    criminal          W      -        -         -            -           -     -         -       -              -         -        -
18    safety            W      -        R         -            R           -     -         -       -              -         -        -
18    safetyFlag        W      R        R         R            R           R/t   R/t       R*      R*             -         R/m      -
18    shield            W+i    R        W         R            R           R/t   R/t       R*+i    R*             R*a+i     R/m      -
18    named             W      W        W         W            -           -     -         -       -              -         -        -
19    exclusions        W      R        R         R            R           R/t   R/t       -       -              -         R/m      -
20    exclusionReasons  W      R        -         -            -           -     -         -       -              -         -        -
-     criteria          W      R        W         R            R           R/t   R/t       -       -              -         -        -
-     contractProposal  W      R        R         R            R           R/t   R/t       -       -              -         -        -
-     startNeeds        W      R        R         R            R           -     -         -       -              -         -        -
-     statement         W      R        R         R            R           -     -         -       -              -         -        -
-     tracks            W      R        W         R            R           -     -         -       -              -         -        -
21    profile           W+i+n  R        R+n       R            R           R/t   R/t       R*+i    R*             i         R/m      -
2,3   papersIdentity    W      -        R         -            -           -     -         -       -              -         -        -
6     papersIncome      W      R        R         R            -           -     -         R*h     R*h            -         -        -
16    papersHousing     W      R        R         R            -           -     -         -       -              -         -        -
14    papersSupport     W      R        R         R            R           R/t   R/t       -       -              -         -        -
25,26 papersContract    W      R        -         -            -           -     -         W*      R*             -         -        -
7     papersOwn         W      R        -         -            -           -     -         -       -              -         -        -
-     notes             W      W        W         W            W           -     -         W*      W*             -         -        -
-     intakeCheck       R      R        W         R            R           -     -         -       -              -         -        -
1     agenda            R+i    R        W         R            W           W/t   W/t       i       -              i         -        -
22    decision          R      R        W         R            R           W/t   W/t       R*      R*             -         R/m      R
23    tafelNotes        R      R        R         R            R           W/t   R/t       -       -              -         -        -
-     conditions        R      R        R         R            R           W/t   W/t       R*      R*             -         -        -
-     conditionWords    W      R        W         R            R           R/t   R/t       W*      R*             -         -        -
-     decisions         R      R        R         R            R           W/t   W/t       R*      R*             -         -        -
-     decisionNotes     R      R        R         R            R           W/t   W/t       -       -              -         -        -
-     boardAnswers      R      R        R         R            R           W/t   R/t       -       -              -         -        -
-     refusalsWeighed   R      R        W         R            R           R/t   R/t       -       -              -         -        -
-     offerLog          W      R        R         R            W           -     -         -       -              -         -        -
25    tenancy           R      R        -         -            -           -     -         W*      R*             -         -        -
25    placement         R      R        W         R            R           R/t   R/t       W*      R*             -         -        R
26    signatures        W      R        R         R            R           -     -         W*      R*             -         -        -
-     positions         W      R        W         R            R           R/t   R/t       wi      -              -         -        -
-     talks             R      R        R         R            R           -     -         W*h     R*h            -         -        -
-     landing           W      R        R         R            R           -     -         R*h     R*h            R*h       -        -
26    plan              W      R        -         -            -           -     -         -       -              -         -        -
26    guidance          W      W        W         R            R           R/t   R/t       -       -              -         -        R
26    guidanceSummary   W+n    R        W+n       R            -           -     -         R*h     R*h            R*a       -        -
26    visits            W      R        R         R            R           -     -         -       -              -         -        -
27    visitNotes        W      R        -         -            -           -     -         -       -              -         -        -
28    signals           W      R        -         -            R/h         -     -         W*h     R*h            -         -        -
28    signalAnswers     W      R        -         -            R/h         -     -         R*h     R*h            -         -        -
28    homeCourse        W      R        R         R            R/h         -     -         W*h     R*h            -         -        -
14,28 careSignals       W      R        W         R            -           -     -         -       -              W*h       -        -
14,28 careAnswers       W      R        R         R            -           -     -         -       -              -         -        -
28    careCourse        W      R        W         R            R/h         -     -         -       -              W*h       -        -
25    arrears           CR/h   CR/h     -         -            -           -     -         W*h     R*h            -         -        -
25    arrearsSteps      -      -        -         -            -           -     -         W*h     R*h            -         -        -
7     debtHelp          R      R        W         R            -           -     -         -       -              -         -        -
25    arrearsEnds       R      R        R/h       -            -           -     -         W*h     R*h            -         -        -
25    arrearsSignal     R      R        R/h       -            -           -     -         W*h     R*h            -         -        -
26    supportChanges    W      R        R         R            R           -     -         -       -              -         -        -
26    evaluations       W      R        R         R            R           -     -         R*h     R*h            -         -        -
28    cards             W      R        R         R            -           -     -         W*h     R*h            -         -        -
14    supportKept       W      R        R         R            -           -     -         -       -              -         -        -
28    escalations       W      R        W         R            R           -     -         W*h     R*h            -         -        -
-     omklap            W      R        R         R            R           -     -         W*h     R*h            -         -        -
-     omklapVoices      W      R        W         R            R           -     -         W*h     R*h            -         -        -
29    network           W      R        -         -            -           -     -         -       -              -         -        -
30    costs             W      R        R         R            R           -     -         -       -              -         -        -
-     spoedRequests     W      R        W         R            R           -     -         -       -              -         -        -
1     spoed             R      R        W         R            R           W/t   W/t       R*      R*             -         R/m      R
-     moveItems         W      R        W+n       R            R           -     -         -       -              -         -        -
-     handover          W+n    R        W+n       R            R           -     -         -       -              -         -        -
26    planVersions      W      R        -         -            -           -     -         -       -              -         -        -
26    planWords         W      W        -         -            -           -     -         -       -              -         -        -
-     returnGuarantees  W      R        R         R            R           -     -         -       -              -         -        -
-     reopenings        W      R        W         R            R           -     -         -       -              -         -        -
26    scalingWords      R      W        R         R            R           -     -         -       -              -         -        -
26    evaluationTalks   W      R        -         -            -           -     -         -       -              -         -        -
15    timeOuts          W      R        -         -            -           -     -         -       -              -         -        -
-     away              W      R        R         R            R           -     -         -       -              -         -        -
-     waakvlam          W      R        W         R            R           -     -         -       -              -         -        -
-     homeEnd           W      R        W         R            R           -     -         -       -              -         -        R
1     closing           W      R        W         R            R           W/t   W/t       W*      R*             -         -        R
`

const [head = [], ...body] = table
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/))

/** The roles of the matrix, in the order of its columns. */
export const columns = head.slice(2) as Role[]

/** One row per compartment, with the rows of §4.4 that it carries. */
export const matrix = body.map(([row = '', compartment = '', ...letters]) => ({
  row,
  compartment,
  letters: Object.fromEntries(columns.map((role, at) => [role, letters[at] ?? ''])),
}))

const stages = ['intake', 'tafel', 'matching', 'tenancy', 'aftercare', 'closed']
const from: Record<string, string> = { intake: '', tafel: '/t', matching: '*', tenancy: '/h' }

/** From which stage on, as a letter; a gap or another end is spelled out, so that it equals no letter. */
function since(during: readonly string[], relation: string): string {
  const [first = ''] = during
  const toTheEnd = stages.slice(stages.indexOf(first))
  if (during.join() === 'matching') return '/m'
  if (during.join() !== toTheEnd.join()) return ` ${during.join()}`
  if (relation !== 'assigned') return first === 'matching' ? ' from matching' : (from[first] ?? ` ${first}`)
  return { intake: '*a', matching: '*', tenancy: '*h' }[first] ?? ` ${first}`
}

/** The letters that the grants give a role for a compartment. */
export function letterOf(role: Role, compartment: string): string {
  // What an emergency opens is nobody's work: tests/domain/emergency has the list.
  const own = grants.filter(
    (g) => g.kind === 'case' && g.role === role && g.object === compartment && g.relation !== 'emergency',
  )
  const takingOver = (g: (typeof own)[number]) =>
    /^(mentor|regisseur)$/.test(role) && g.relation === 'assigned'
  const reads = own.filter((g) => g.verb === 'read' && g.relation !== 'invited' && !takingOver(g))
  const next = own.filter((g) => g.verb === 'read' && takingOver(g)).map((g) => g.stage)
  const running = next.length > 0 && next.join() === stages.slice(0, -1).join()
  const invited = own.some((g) => g.verb === 'read' && g.relation === 'invited')
  const [one] = reads
  const writes = own.filter((g) => g.verb === 'write').map((g) => g.stage)
  if (!one && writes.length && invited) return writes.join() === 'tafel' ? 'wi' : `wi ${writes.join()}`
  if (!one && writes.length) return `w${since(writes, 'assigned')}`
  if (!one) return invited ? 'i' : '-'
  const same = reads.every((g) => g.relation === one.relation && g.needs === one.needs)
  if (!same) return 'read in two ways'
  const verb = own.some((g) => g.verb === 'write') ? 'W' : 'R'
  const when = since(
    reads.map((g) => g.stage),
    one.relation,
  )
  return `${one.needs ? 'C' : ''}${verb}${when}${invited ? '+i' : ''}${running ? '+n' : next.length ? ` +n ${next.join()}` : ''}`
}
