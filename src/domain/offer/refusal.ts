// Why an offer ends: refused by the client, or withdrawn by the corporation. Each reason names the code of VERA that it is.

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
  'woningBevaltNiet',
  'buitenruimte',
  'parkerenBerging',
  'persoonlijk',
  'geenBelangstelling',
  'andereWoning',
] as const
export const refusalReasons = [...validRefusals, ...otherRefusals] as const

/** Reasons to withdraw an offer that lie in the client or the papers: the dwelling itself can still be had. */
const aboutTheOffer = [
  'documentenOntbreken',
  'documentenNietAkkoord',
  'gegevensOnjuist',
  'inkomenTeHoog',
  'inkomenTeLaag',
  'nietVerschenen',
  'ongeschikt',
  'onterechtAangeboden',
] as const
/** Reasons that lie in the dwelling: nobody else can have it either. */
const aboutTheHome = ['woningNietVrij', 'andereKandidaat'] as const
export const withdrawalReasons = [...aboutTheOffer, ...aboutTheHome] as const

/** AANBIEDINGDETAILSTATUS of prisma/data/codes.csv; what VERA has no code for goes by the nearest one. */
export const veraOf: Readonly<
  Record<(typeof refusalReasons)[number] | (typeof withdrawalReasons)[number], string>
> = {
  huurTeHoog: 'HUU',
  nietToegankelijk: 'WBN',
  veiligheid: 'WOB',
  contraIndicatie: 'ONT',
  onterechtAangeboden: 'ONT',
  woonomgeving: 'WOB',
  woningkwaliteit: 'WKN',
  woningBevaltNiet: 'WBN',
  buitenruimte: 'BUI',
  parkerenBerging: 'PAO',
  persoonlijk: 'PER',
  geenBelangstelling: 'GEE',
  andereWoning: 'AND',
  documentenOntbreken: 'DOC',
  documentenNietAkkoord: 'DON',
  gegevensOnjuist: 'GEG',
  inkomenTeHoog: 'INH',
  inkomenTeLaag: 'INL',
  nietVerschenen: 'NIE',
  ongeschikt: 'ONG',
  woningNietVrij: 'ONT',
  andereKandidaat: 'TOE',
}

/** Whether a refusal uses up one of the client's suitable offers. */
export const countsAsRefusal = (reason: string) => !(validRefusals as readonly string[]).includes(reason)

/** Whether somebody else can still have the dwelling after an offer was withdrawn for this reason. */
export const leavesHomeFree = (reason: string) => !(aboutTheHome as readonly string[]).includes(reason)
