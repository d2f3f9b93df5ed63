import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import {
  noteHandover,
  removeHandover,
} from "../../../../../workflows/handovers/edit-handover"
import { showHandover } from "../helpers"
import { PostHandoverNoteType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  res.json({ handover: await showHandover(req.scope, req.params.id) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<PostHandoverNoteType>,
  res: MedusaResponse
) => {
  const { id } = req.params
  await noteHandover(req.scope, id, req.validatedBody.note || null)
  res.json({ handover: await showHandover(req.scope, id) })
}

/** Throws an open record away. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { id } = req.params
  await removeHandover(req.scope, id)
  res.json({ id, object: "handover", deleted: true })
}
