// Shares requests between websites strictly in turn: whatever two requests of one person have in common must be in the
// database or in the cookie. Each answer says in `x-website` which of them gave it.
import { Agent, createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'

/** What is said about one line only, and not about what goes over it. */
const OF_THE_LINE = ['connection', 'keep-alive', 'transfer-encoding']
const onward = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_LINE.includes(name)))

/** Listens on `port`; the requests go to these ports of this machine, one after the other. */
export function roundRobin(port: number, websites: readonly number[]): Promise<Server> {
  let turn = 0
  const agent = new Agent({ keepAlive: true })
  const server = createServer((asked, answer) => {
    const at = turn++ % websites.length
    const { method = 'GET', url = '/', headers } = asked
    const passed = request(
      { host: '127.0.0.1', port: websites[at], method, path: url, headers, agent },
      (given) => {
        answer.writeHead(given.statusCode ?? 502, { ...onward(given.headers), 'x-website': String(at + 1) })
        given.pipe(answer)
      },
    )
    passed.on('error', () => {
      if (!answer.headersSent) answer.writeHead(502)
      answer.end()
    })
    answer.on('close', () => passed.destroy())
    asked.pipe(passed)
  })
  return new Promise((ready) => server.listen(port, '127.0.0.1', () => ready(server)))
}
