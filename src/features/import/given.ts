import 'server-only'
import type { GivenFile } from './files'

/** A file as an answer that is kept, never shown; 404 where there is none for who asks. */
export const givenAs = (file: GivenFile | null): Response =>
  file
    ? new Response(new Uint8Array(file.bytes), {
        headers: {
          'Content-Type': file.type,
          'Content-Disposition': `attachment; filename="${file.name}"`,
        },
      })
    : new Response(null, { status: 404 })
