// How a person wants to see the application: kept in cookies, so that the first page already comes right.
/** How long a choice is kept: a year, in seconds. */
export const KEPT = 31_536_000
export const preferences = ['theme', 'density', 'language'] as const

const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]
const densities = ['comfortable', 'compact'] as const
export type Density = (typeof densities)[number]

type Jar = { get: (name: string) => { value: string } | undefined }

export const themeOf = (jar: Jar): Theme => themes.find((t) => t === jar.get('theme')?.value) ?? 'system'
export const isTheme = (value: unknown): value is Theme => themes.some((t) => t === value)

export const densityOf = (jar: Jar): Density =>
  densities.find((d) => d === jar.get('density')?.value) ?? 'comfortable'
export const isDensity = (value: unknown): value is Density => densities.some((d) => d === value)
