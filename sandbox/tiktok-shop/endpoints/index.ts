import { matchPath } from "../../shared/match-path"
import { ApiError } from "../envelope"
import { authorizationEndpoints } from "./authorization"
import { cancellationEndpoints } from "./cancellations"
import { Endpoint } from "./endpoint"
import { financeEndpoints } from "./finance"
import { inventoryEndpoints } from "./inventory"
import { orderEndpoints } from "./orders"
import { packageEndpoints } from "./packages"
import { productEndpoints } from "./products"
import { returnEndpoints } from "./returns"
import { shippingDocumentEndpoints } from "./shipping-documents"
import { warehouseEndpoints } from "./warehouses"
import { webhookEndpoints } from "./webhooks"

const ENDPOINTS: Endpoint[] = [
  ...authorizationEndpoints,
  ...productEndpoints,
  ...inventoryEndpoints,
  ...warehouseEndpoints,
  ...orderEndpoints,
  ...packageEndpoints,
  ...shippingDocumentEndpoints,
  ...cancellationEndpoints,
  ...returnEndpoints,
  ...financeEndpoints,
  ...webhookEndpoints,
]

const withoutVersion = (path: string) => path.replace(/\/\d{6}\//, "/*/")

/**
 * Finds the call; a fixed path goes before one with parameters.
 * @throws {ApiError} 36009009 unknown path, 36009010 wrong method, 36009014 unknown version.
 */
export function findEndpoint(
  method: string,
  path: string
): { endpoint: Endpoint; path: Record<string, string> } {
  const fits = ENDPOINTS.flatMap((endpoint) => {
    const values = matchPath(endpoint.template, path)
    return values ? [{ endpoint, path: values }] : []
  })
  const open = ({ endpoint }: (typeof fits)[number]) =>
    endpoint.template.split("{").length
  fits.sort((one, other) => open(one) - open(other))
  const found = fits.find(({ endpoint }) => endpoint.method === method)
  if (found) {
    return found
  }
  if (fits.length) {
    throw new ApiError(36009010, `${method} is not allowed here`, 400)
  }
  const other_version = ENDPOINTS.some(({ template }) =>
    matchPath(withoutVersion(template), withoutVersion(path))
  )
  throw other_version
    ? new ApiError(36009014, "The API version does not exist", 400)
    : new ApiError(36009009, "The path does not exist", 400)
}
