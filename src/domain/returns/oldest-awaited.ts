import { isComingBack } from "./buyer-request"
import { GoodsRequest } from "./coming-back"

type AskedGoods = Pick<GoodsRequest, "kind" | "state"> & {
  requested_at: Date | string
  received_at: Date | string | null
}

/**
 * The request that goods of an order are received for when nobody names one: of those whose
 * goods are awaited, the one that was made first.
 */
export function oldestAwaited<Request extends AskedGoods>(
  requests: Request[]
): Request | undefined {
  return requests
    .filter((request) => request.received_at === null && isComingBack(request))
    .sort((a, b) => timeOf(a) - timeOf(b))
    .at(0)
}

function timeOf({ requested_at }: AskedGoods): number {
  return new Date(requested_at).getTime()
}
