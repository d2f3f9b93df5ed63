import {
  MiddlewareRoute,
  validateAndTransformBody,
  validateAndTransformQuery,
} from "@medusajs/framework/http"
import {
  GetChannels,
  PostChannel,
  PostChannelAuthorize,
  PostChannels,
} from "./validators"

export const channelsMiddlewares: MiddlewareRoute[] = [
  {
    method: ["GET"],
    matcher: "/admin/marketplaces/channels",
    middlewares: [
      validateAndTransformQuery(GetChannels, {
        isList: true,
        defaults: ["id"],
      }),
    ],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/channels",
    middlewares: [validateAndTransformBody(PostChannels)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/channels/:id",
    middlewares: [validateAndTransformBody(PostChannel)],
  },
  {
    method: ["POST"],
    matcher: "/admin/marketplaces/channels/:id/authorize",
    middlewares: [validateAndTransformBody(PostChannelAuthorize)],
  },
]
