// Why two homes change clients, as offers, cases and dwellings tell it.

/** None of them is about who somebody is: both corporations read it. */
export const swapReasons = ['pastBeter', 'andereWoningNodig', 'opVerzoek', 'andereReden'] as const
