import {
  IN_MEMORY_LOCKING,
  lockingObstacle,
  processesWithoutLocks,
  RunningProcess,
} from "../locking-obstacle"

const SECOND = 1000
const NOON = Date.UTC(2026, 10, 22, 5)

/** A process that began and was last seen so many seconds after noon in Vietnam. */
function process(
  id: string,
  [began, seen]: [number, number],
  locking = IN_MEMORY_LOCKING
): RunningProcess {
  return {
    id,
    started_at: new Date(NOON + began * SECOND),
    seen_at: new Date(NOON + seen * SECOND),
    locking,
  }
}

describe("processes that keep their locks to themselves", () => {
  it("lets one process raise, whatever its locks", () => {
    expect(lockingObstacle([])).toBeNull()
    expect(lockingObstacle([process("a", [0, 60])])).toBeNull()
  })

  it("lets nobody raise while two run beside one another", () => {
    const processes = [process("server", [0, 60]), process("worker", [2, 58])]
    expect(lockingObstacle(processes)).toBe("locking_in_memory")
    expect(processesWithoutLocks(processes)).toEqual(processes)
  })

  it("lets any number of processes raise that share their locks", () => {
    expect(
      lockingObstacle([
        process("server", [0, 60], "locking-redis"),
        process("worker", [0, 60], "locking-redis"),
        process("another", [0, 60], "locking-postgres"),
      ])
    ).toBeNull()
  })

  it("lets nobody raise while one of several does not share its locks", () => {
    const processes = [
      process("server", [0, 60], "locking-redis"),
      process("forgotten", [0, 60]),
    ]
    expect(processesWithoutLocks(processes)).toEqual(processes)
  })

  it("takes a process that died and was started anew for one", () => {
    const died = process("before", [0, 20])
    const anew = process("after", [22, 26])
    expect(lockingObstacle([died, anew])).toBeNull()
    expect(
      processesWithoutLocks([died, anew, process("beside", [10, 25])]).map(
        ({ id }) => id
      )
    ).toEqual(["before", "after", "beside"])
  })

  it("sees an old process that goes on after a new one began", () => {
    expect(
      lockingObstacle([process("old", [0, 25]), process("new", [22, 24])])
    ).toBe("locking_in_memory")
  })
})
