import { isTransient } from "../transient-error"

describe("isTransient", () => {
  it.each([
    [{ code: "57P01", message: "terminating connection" }],
    [{ code: "ECONNRESET", message: "read ECONNRESET" }],
    [new Error("Timed-out acquiring lock.")],
    [new Error('Failed to acquire lock for key "iitem_1"')],
    [
      new Error(
        'Lost the lock for key(s) "iitem_1" while the job was still running'
      ),
    ],
    [
      new Error(
        "Reached the max retries per request limit (which is 20). Refer to maxRetriesPerRequest"
      ),
    ],
    [new Error("Connection is closed.")],
    [
      new Error(
        "COMMIT; - Client has encountered a connection error and is not queryable"
      ),
    ],
    [
      new Error(
        "Transaction query already complete, run with DEBUG=knex:tx for more info"
      ),
    ],
  ])("may work a moment later: %p", (error) => {
    expect(isTransient(error)).toBe(true)
  })

  it.each([
    [{ code: "23505", message: "duplicate key value" }],
    [new Error("Not enough stock available for item iitem_1")],
    [null],
    ["a text"],
  ])("is somebody's fault: %p", (error) => {
    expect(isTransient(error)).toBe(false)
  })
})
