// Why a dwelling is refused, and whether that uses up an offer.

/** Reasons to refuse a dwelling. The first group is the dwelling's: it does not use up the client's offer. */
export const validRefusals = [
  'huurTeHoog',
  'nietToegankelijk',
  'veiligheid',
  'contraIndicatie',
  'onterechtAangeboden',
] as const
export const otherRefusals = [
  'woonomgeving',
  'woningkwaliteit',
  'buitenruimte',
  'persoonlijk',
  'geenBelangstelling',
  'andereWoning',
] as const
export const refusalReasons = [...validRefusals, ...otherRefusals] as const

/** Whether a refusal uses up one of the client's suitable offers. */
export const countsAsRefusal = (reason: string) => !(validRefusals as readonly string[]).includes(reason)
