import { OperationsShop } from "../shop"
import { files } from "./files"
import { hostileInput } from "./hostile-input"
import { questions } from "./questions"
import { secrets } from "./secrets"
import { signIns } from "./sign-ins"
import { strangers } from "./strangers"
import { webhooks } from "./webhooks"

/** What people of bad will try, from outside and through a marketplace's words. */
export function security(at: () => OperationsShop): void {
  describe("security", () => {
    strangers(at)
    questions(at)
    signIns(at)
    webhooks(at)
    files(at)
    secrets(at)
    hostileInput(at)
  })
}
