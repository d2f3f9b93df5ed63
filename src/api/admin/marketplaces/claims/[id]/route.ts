import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { marketplacesOf } from "../../../../../workflows/marketplaces"
import { retrieveClaim, showClaims } from "../show-claims"
import { PostClaimType } from "../validators"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const row = await retrieveClaim(req.scope, req.params.id)
  const [claim] = await showClaims(req.scope, [row])
  res.json({ claim })
}

/** Moves it on or back, and keeps a note. */
export const POST = async (
  req: AuthenticatedMedusaRequest<PostClaimType>,
  res: MedusaResponse
) => {
  const { note, external_reference, ...change } = req.validatedBody
  const { id } = req.params
  await marketplacesOf(req.scope).claims.change(
    id,
    {
      ...change,
      ...(note !== undefined && { note: note || null }),
      ...(external_reference !== undefined && {
        external_reference: external_reference || null,
      }),
    },
    req.auth_context.actor_id
  )
  const [claim] = await showClaims(req.scope, [
    await retrieveClaim(req.scope, id),
  ])
  res.json({ claim })
}

/** Gives it up; it stays on record, and `{ state: "draft" }` brings it back. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const { id } = req.params
  await marketplacesOf(req.scope).claims.change(
    id,
    { state: "dropped" },
    req.auth_context.actor_id
  )
  res.json({ id, object: "claim", deleted: true })
}
