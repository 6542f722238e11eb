// Which papers a case can hold. Those that are read by the same people form one compartment.

/** The types of paper, by the compartment that keeps them: who may read a paper follows from its type. */
export const paperTypes = {
  /** Each of these bears the burgerservicenummer, or says where somebody lives. */
  papersIdentity: ['idCopy', 'brpExtract', 'indicationDecision', 'courtDecision'],
  papersIncome: ['incomeStatement', 'payslip'],
  papersHousing: ['landlordReference'],
  papersSupport: ['supportPlanSummary', 'woonprofiel', 'guidanceCommitment'],
  papersContract: ['lease', 'guidance', 'tripartite'],
  papersOwn: ['debtsOverview', 'other'],
} as const

export type PaperGroup = keyof typeof paperTypes
export type PaperType = (typeof paperTypes)[PaperGroup][number]
export const paperGroups = Object.keys(paperTypes) as PaperGroup[]

/** The compartment that keeps papers of this type. */
export const groupOf = (type: PaperType): PaperGroup =>
  paperGroups.find((group) => (paperTypes[group] as readonly string[]).includes(type)) as PaperGroup

/** What the care provider brings in; the lease is the landlord's. */
export const providerPapers = [
  ...paperTypes.papersIdentity,
  ...paperTypes.papersIncome,
  ...paperTypes.papersHousing,
  ...paperTypes.papersSupport,
  'guidance',
  'tripartite',
  ...paperTypes.papersOwn,
] as const
/** What the landlord brings in. */
export const landlordPapers = ['lease', 'tripartite'] as const

/** What a covenant can ask for before an aanmelding goes to the gemeente, and when. The care provider supplies it. */
export const evidencePapers = [
  ...paperTypes.papersIdentity,
  ...paperTypes.papersIncome,
  ...paperTypes.papersHousing,
  ...paperTypes.papersSupport,
  'debtsOverview',
] as const
/** `income`: where there is any; `debts`: where there are debts; `bewind`: where a court appointed somebody. */
export const evidenceCases = ['always', 'income', 'debts', 'bewind'] as const

export const fileFormats = ['pdf', 'jpeg', 'png'] as const
export type FileFormat = (typeof fileFormats)[number]

/** The largest file that is kept, in bytes. */
export const FILE_MAX = 10_000_000

/** A file as it was kept: its random id, and what is true of its bytes. */
export type KeptFile = {
  readonly id: string
  /** What the person called it: shown, and never used as a path. */
  readonly name: string
  readonly format: FileFormat
  /** In bytes. */
  readonly size: number
  /** sha-256, in hexadecimals. */
  readonly checksum: string
}
