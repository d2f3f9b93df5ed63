import { errorMessage } from "../error-message"

describe("errorMessage", () => {
  it.each([
    [new Error("it broke"), "it broke"],
    [{ name: "Error", message: "a step broke" }, "a step broke"],
    ["a text", "a text"],
    [null, "null"],
    [undefined, "undefined"],
  ])("of %p is %s", (error, message) => {
    expect(errorMessage(error)).toBe(message)
  })
})
