import { answerReader } from "../shared/answer"

/**
 * Reads an answer of Tiki.
 * @throws {MarketplaceError} `invalid_response`, naming the field, when it cannot be understood.
 */
export const understand = answerReader("Tiki")
