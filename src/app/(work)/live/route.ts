import { liveStanding, liveStream } from '@/server/live/stream'

/** What an open page listens to. */
export const GET = (request: Request) => liveStream(request)

/** Whether it may listen. */
export const HEAD = (request: Request) => liveStanding(request)
