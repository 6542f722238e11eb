// What was asked of a command on its line.
import { parseArgs } from 'node:util'
import { Problem, printProblem } from './problem.mjs'

/**
 * The values of the options of this command. Ends it with its help for whoever asks for that (--help), and for whoever asks something
 * that it does not know.
 * @template {import('node:util').ParseArgsOptionsConfig} O
 * @param {string} help
 * @param {O} options
 * @returns {ReturnType<typeof parseArgs<{ options: O }>>['values']}
 */
export function optionsOf(help, options) {
  let values
  try {
    ;({ values } = parseArgs({ options: { ...options, help: { type: 'boolean', default: false } } }))
  } catch (error) {
    printProblem(new Problem(error.message, `These are the options:\n${help}`))
    process.exit(1)
  }
  if (!values.help) return values
  console.log(help)
  process.exit(0)
}
