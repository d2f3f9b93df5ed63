/** The report as a person reads it. */
export function table(report) {
  const { options, verdict, lag, takeover, work, samples } = report
  const { stock } = verdict
  return `${[
    `${report.ok ? "✓" : "✗"} ${options.minutes} minutes, ${options.rate} orders a second`,
    `sold ${verdict.sold}, imported ${verdict.imported}, lost ${verdict.lost}, doubled ${verdict.doubled}`,
    `writes of stock ${stock.writes} (${stock.doubled} doubled), wrong numbers ${stock.wrong.length}, oversold ${stock.oversold}, held back ${stock.held_back}`,
    ...Object.entries(lag).map(
      ([name, { p50_s, p95_s, max_s }]) =>
        `from the sale to Medusa's order, ${name}: p50 ${p50_s} s, p95 ${p95_s} s, longest ${max_s} s`
    ),
    `${takeover.killed} killed: next order by another after ${takeover.next_order_s} s, the ${takeover.in_hand} in hand after ${takeover.last_in_hand_s} s`,
    `caught up ${report.catch_up_s} s after the last sale`,
    ...Object.entries(work).map(
      ([name, { orders, pushes }]) =>
        `${name}: ${orders} orders, ${sum(pushes)} writes of stock`
    ),
    "memory, MB, minute by minute:",
    ...memory(samples),
  ].join("\n")}\n`
}

function memory(samples) {
  return Object.keys(samples[0].processes).map((name) => {
    const sizes = samples.map(({ processes }) => processes[name]?.rss_mb ?? "–")
    return `  ${name.padEnd(10)} ${sizes.join("  ")}`
  })
}

const sum = (counts) =>
  Object.values(counts).reduce((total, count) => total + count, 0)
