import { OperationsShop } from "../shop"
import { hostileInput } from "./hostile-input"
import { strangers } from "./strangers"

/** What people of bad will try, from outside and through a marketplace's words. */
export function security(at: () => OperationsShop): void {
  describe("security", () => {
    strangers(at)
    hostileInput(at)
  })
}
