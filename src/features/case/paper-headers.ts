// What goes with the bytes of a paper: it came from outside, so a browser may show it and do nothing else with it.

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

const NOTHING =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * The policy of whatever stands at the address of a paper. `show` is how it is asked to be shown. Chrome shows no PDF in a
 * sandbox at all: there its own viewer, which runs nothing of ours, is the sandbox.
 */
export const paperPolicy = (show: string | null) =>
  show === 'pdf' ? `${NOTHING}; object-src 'self'` : `${NOTHING}; sandbox`

/** The headers of a paper, shown only as what it is; of an answer in words without one. */
export const paperHeaders = (
  paper: { readonly format: string; readonly name: string } | null,
  show: string | null,
): Record<string, string> => ({
  'Content-Type': (paper ? TYPES[paper.format] : 'text/plain; charset=utf-8') ?? 'application/octet-stream',
  'Content-Security-Policy': paperPolicy(show),
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  ...(paper && {
    'Content-Disposition': `${show === paper.format ? 'inline' : 'attachment'}; filename="${paper.name}"`,
  }),
})
