import { ApiError, invalidParameter } from "../envelope"

/** The parameters of an after-sale call are wrong, or do not fit the request's state. */
export const badAfterSale = (message: string) => new ApiError(25001001, message)

/** The order does not allow this after-sale call. */
export const orderNotPermitted = (message: string) =>
  new ApiError(25020005, message)

const LONGEST_KEY = 255

/** Remembers idempotency keys: a repeated one succeeds and does nothing. */
export class Answers {
  private readonly keys = new Map<string, string>()

  /**
   * Does the work once for each key.
   * @param call what the key stands for: the request and the answer to it.
   * @throws {ApiError} 36009004 for a long key, 25001001 for a key of another call.
   */
  once(key: string | undefined, call: string, work: () => void): void {
    if (key !== undefined && key.length > LONGEST_KEY) {
      throw invalidParameter("idempotency_key is too long")
    }
    const known = key === undefined ? undefined : this.keys.get(key)
    if (known !== undefined && known !== call) {
      throw badAfterSale("idempotency_key was used for another call")
    }
    if (known === undefined) {
      work()
    }
    if (key !== undefined) {
      this.keys.set(key, call)
    }
  }

  clear(): void {
    this.keys.clear()
  }
}
