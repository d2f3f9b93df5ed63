import { errorMessage } from "../error-message"

describe("errorMessage", () => {
  it.each([
    [new Error("it broke"), "it broke"],
    [{ name: "Error", message: "a step broke" }, "a step broke"],
    [
      {
        message:
          "INSERT INTO buyer VALUES ('Lan - 090') - null value in column \"id\"",
        severity: "ERROR",
        routine: "ExecConstraints",
      },
      'null value in column "id"',
    ],
    ["a text", "a text"],
    [null, "null"],
    [undefined, "undefined"],
  ])("of %p is %s", (error, message) => {
    expect(errorMessage(error)).toBe(message)
  })
})
