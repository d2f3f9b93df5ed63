import { MedusaError } from "@medusajs/framework/utils"

/** A worker that was taken for dead wants to go on with what another one works on by now. */
export class TakenOverError extends MedusaError {
  constructor() {
    super(
      MedusaError.Types.CONFLICT,
      "This work was taken over by another process."
    )
  }
}

/**
 * @param rows what a statement found that asks for the worker's own lease.
 * @throws {TakenOverError} when there is none.
 */
export function requireKept(rows: unknown[]): void {
  if (!rows.length) {
    throw new TakenOverError()
  }
}
