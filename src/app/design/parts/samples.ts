// Made-up people and things that try the parts: short, very long, and written from right to left.
export const people = {
  short: 'Sjors van der Heide',
  long: 'Maria Wilhelmina Josephina Antoinette van Langenaam tot Verzonnenstein',
  rtl: 'ليلى المثالي',
  third: 'Femmy Hassan Ali',
} as const

export const caseNumber = 'ZOD-26-0052'
export const offer = { address: 'Zwaluwtongstraat 78, 7815 QY Emmen', number: 'ZOD-A25-0003' } as const
export const towns = [
  'Borger-Odoorn',
  'Coevorden',
  'Emmen',
  'Hoogeveen',
  'Midden-Drenthe',
  'Westerveld',
  'De Wolden',
] as const
