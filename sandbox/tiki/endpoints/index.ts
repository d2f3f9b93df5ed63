import { matchPath } from "../../shared/match-path"
import { ApiError } from "../api-error"
import { confirmationEndpoints } from "./confirmations"
import { Endpoint } from "./endpoint"
import { labelEndpoints } from "./labels"
import { orderEndpoints } from "./orders"
import { productEndpoints } from "./products"
import { queueEndpoints } from "./queues"
import { sellerEndpoints } from "./sellers"

/** Fixed paths stand before those with parameters. */
const ENDPOINTS: Endpoint[] = [
  ...sellerEndpoints,
  ...productEndpoints,
  ...confirmationEndpoints,
  ...labelEndpoints,
  ...orderEndpoints,
  ...queueEndpoints,
]

/** Finds the call; the host answers 403 to paths it does not know, 405 to wrong methods. */
export function findEndpoint(
  method: string,
  path: string
): { endpoint: Endpoint; path: Record<string, string> } | ApiError {
  const fits = ENDPOINTS.flatMap((endpoint) => {
    const values = matchPath(endpoint.template, path)
    return values ? [{ endpoint, path: values }] : []
  })
  return (
    fits.find(({ endpoint }) => endpoint.method === method) ??
    (fits.length
      ? new ApiError(405, "Method Not Allowed")
      : new ApiError(403, "Forbidden"))
  )
}
