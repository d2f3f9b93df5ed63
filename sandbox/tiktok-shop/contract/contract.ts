import { Contract } from "../../shared/contract"
import { closeAnswer, closeSchema, COMMON_PARAMETERS } from "./oddities"
import { findOperation } from "./openapi"

const contract = new Contract({
  find: findOperation,
  // Lists come as one text; see the oddities.
  parameter: ({ type }) => (type === "array" ? {} : { type }),
  body: closeSchema,
  answer: closeAnswer,
  common_parameters: COMMON_PARAMETERS,
})

/**
 * What is wrong with a request by TikTok's description; null when nothing is.
 * @param body the parsed JSON body; undefined when none was sent.
 */
export const checkRequest: Contract["checkRequest"] = (...call) =>
  contract.checkRequest(...call)

/** What is wrong with an answer by TikTok's description; null when nothing is. */
export const checkAnswer: Contract["checkAnswer"] = (...call) =>
  contract.checkAnswer(...call)
