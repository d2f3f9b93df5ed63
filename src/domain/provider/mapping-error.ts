/** A payload that cannot be understood; `path` names the field, as in `payment.total_amount`. */
export class MappingError extends Error {
  constructor(
    readonly path: string,
    reason: string
  ) {
    super(`${path}: ${reason}`)
    this.name = "MappingError"
  }
}
