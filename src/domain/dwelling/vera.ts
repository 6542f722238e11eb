// What a dwelling can be, in the codes of VERA that corporations keep it by: each list names the one of prisma/data/codes.csv.

/** EENHEIDDETAILSOORT: those that somebody lives in, and that are let as a home. */
export const dwellingTypes = [
  'BEN',
  'BOV',
  'COR',
  'GAL',
  'MAI',
  'POF',
  'POW',
  'TUS',
  'HOE',
  'EIN',
  'TWE',
  'VRI',
  'KAM',
  'TIN',
  'TIJ',
] as const
/** ENERGIELABEL. */
export const energyLabels = ['AP4', 'AP3', 'APP', 'AP', 'A', 'B', 'C', 'D', 'E', 'F', 'G'] as const
/** RUIMTEDETAILSOORT: what somebody can sit outside in. */
export const outdoorSpaces = ['BAL', 'LOG', 'DAK', 'TER', 'TUI', 'VTU', 'ATU'] as const
/** EENHEIDLIGGING: how calm it is around it, and what there is. */
export const situations = ['RUS', 'DRU', 'WOO', 'CEN', 'PAR', 'LAN', 'BBK'] as const
/** DOELGROEP: whom it is meant for; none where it is for anybody. */
export const targetGroups = ['EEN', 'HZO', 'GEZ', 'JON', 'SEN', 'STA', 'ZOR'] as const
/** EENHEIDDETAILSTATUS of a home that stands empty, and UITEXPLOITATIEREDEN of one that is taken out for a while. */
export const blockReasons = ['MUT', 'EPA', 'PRO', 'VEK', 'PLA', 'REN', 'SLO', 'TRA'] as const

/** Where each list stands: of a code in two of them the first counts. */
export const sources = {
  dwellingType: ['EENHEIDDETAILSOORT', dwellingTypes],
  energyLabel: ['ENERGIELABEL', energyLabels],
  outdoorSpace: ['RUIMTEDETAILSOORT', outdoorSpaces],
  situation: ['EENHEIDLIGGING', situations],
  targetGroup: ['DOELGROEP', targetGroups],
  blockReason: ['EENHEIDDETAILSTATUS UITEXPLOITATIEREDEN', blockReasons],
} as const

/** What is near enough to walk to: of no list of VERA. */
export const facilities = ['winkels', 'bus', 'huisarts', 'ontmoeting', 'groen'] as const

/** Why the day on which it is free is another: never about who lived there. */
export const movedReasons = ['oplevering', 'onderhoud', 'schade', 'keuring', 'eerder', 'vergissing'] as const
