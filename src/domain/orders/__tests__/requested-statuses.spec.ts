import { requestedStatuses } from "../requested-statuses"

it.each([
  ["the marketplace's own", undefined, ["new"] as const, ["new"]],
  ["the same for an empty choice", [], ["new"] as const, ["new"]],
  ["every status where it names none", undefined, null, null],
  ["every status for an empty default", [], [], null],
  [
    "what was chosen",
    ["confirmed", "succeeded"],
    ["new"],
    ["confirmed", "succeeded"],
  ],
  ["each once", ["new", "new"], null, ["new"]],
] as const)("without or with a choice: %s", (_, chosen, by_default, read) => {
  expect(
    requestedStatuses(chosen && [...chosen], by_default && [...by_default])
  ).toEqual(read)
})
