/**
 * Progress lines with durations, on standard error so that standard output
 * stays free for results.
 */
export function createProgress(write = (text) => process.stderr.write(text)) {
  const began = Date.now()
  return {
    /** Runs `work`, tells what is being done and how long it took. */
    async step(label, work) {
      const start = Date.now()
      write(`· ${label} …\n`)
      try {
        const result = await work()
        write(`✓ ${label} (${seconds(start)})\n`)
        return result
      } catch (error) {
        write(`✗ ${label} (${seconds(start)})\n`)
        throw error
      }
    },
    say(text) {
      write(`${text}\n`)
    },
    total: () => seconds(began),
  }
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
