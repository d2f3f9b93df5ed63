import { pacedReport } from "../paced-report"

it("reports at once, then once a second, and never fewer than before", async () => {
  const reports: number[] = []
  let now = 5_000
  const report = pacedReport(
    async (done) => {
      reports.push(done)
    },
    1_000,
    () => now
  )
  await report(1)
  now += 999
  await report(4)
  expect(reports).toEqual([1])
  now += 1
  await report(3)
  expect(reports).toEqual([1, 4])
  now += 60_000
  await Promise.all([report(5), report(6), report(7)])
  expect(reports).toEqual([1, 4, 5])
})
