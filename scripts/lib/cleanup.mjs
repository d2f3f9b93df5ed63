const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/**
 * Ends what was started, last first, when the command ends or is told to.
 * A second Ctrl-C does not wait.
 */
export function createCleanup(say) {
  const tasks = []
  let running = null
  const run = () => {
    running ??= (async () => {
      for (const task of tasks.reverse()) {
        await Promise.resolve(task()).catch((error) => say(error.message))
      }
    })()
    return running
  }
  for (const [signal, code] of Object.entries(SIGNALS)) {
    process.on(signal, () => {
      if (running) {
        process.exit(code)
      }
      say("Stopping …")
      void run().then(() => process.exit(code))
    })
  }
  return {
    /** Registers something to end. */
    add: (task) => {
      tasks.push(task)
    },
    run,
    /** True once the end has begun: failures are then a consequence. */
    isRunning: () => running !== null,
  }
}
