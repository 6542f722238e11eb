// One command for the whole application: database, migrations, rights, demo world, build, server.
import { checkMachine } from './preconditions.mjs'

checkMachine()
// Only now: these need the packages, and a Node that can read them.
const { demo } = await import('./demo-run.mjs')
await demo()
