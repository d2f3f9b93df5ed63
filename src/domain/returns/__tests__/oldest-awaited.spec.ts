import { oldestAwaited } from "../oldest-awaited"

it("goods are received for the oldest request whose goods are awaited", () => {
  const request = (id: string, requested_at: Date | string) => ({
    id,
    requested_at,
    kind: "return" as const,
    state: "approved" as const,
    received_at: null as Date | null,
  })
  const first = request("first", "2026-11-02T00:00:00.000Z")
  const second = request("second", new Date("2026-11-03"))
  const others = [
    { ...request("here", "2026-11-01"), received_at: new Date(0) },
    { ...request("money", "2026-11-01"), kind: "refund" as const },
    { ...request("refused", "2026-11-01"), state: "refused" as const },
  ]
  expect(oldestAwaited([second, ...others, first])).toBe(first)
  expect(oldestAwaited(others)).toBeUndefined()
})
