import { parseArgs } from "node:util"

/** The values of a command's options. Throws with the usage for anything unknown. */
export function parseOptions({ args, options, usage }) {
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new Error(`${error.message}\n\n${usage}`, { cause: error })
  }
}
