import { ApiError } from "../envelope"
import { authorizationEndpoints } from "./authorization"
import { Endpoint } from "./endpoint"
import { inventoryEndpoints } from "./inventory"
import { orderEndpoints } from "./orders"
import { productEndpoints } from "./products"
import { warehouseEndpoints } from "./warehouses"
import { webhookEndpoints } from "./webhooks"

const ENDPOINTS: Endpoint[] = [
  ...authorizationEndpoints,
  ...productEndpoints,
  ...inventoryEndpoints,
  ...warehouseEndpoints,
  ...orderEndpoints,
  ...webhookEndpoints,
]

/** The values of a template's parameters; null when the path is another. */
function match(template: string, path: string): Record<string, string> | null {
  const [wanted, given] = [template.split("/"), path.split("/")]
  if (wanted.length !== given.length) {
    return null
  }
  const values: Record<string, string> = {}
  for (const [place, part] of wanted.entries()) {
    if (part.startsWith("{") && given[place] !== "") {
      values[part.slice(1, -1)] = decodeURIComponent(given[place])
    } else if (part !== given[place]) {
      return null
    }
  }
  return values
}

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
    const values = match(endpoint.template, path)
    return values ? [{ endpoint, path: values }] : []
  })
  const found = fits.find(({ endpoint }) => endpoint.method === method)
  if (found) {
    return found
  }
  if (fits.length) {
    throw new ApiError(36009010, `${method} is not allowed here`, 400)
  }
  const other_version = ENDPOINTS.some(({ template }) =>
    match(withoutVersion(template), withoutVersion(path))
  )
  throw other_version
    ? new ApiError(36009014, "The API version does not exist", 400)
    : new ApiError(36009009, "The path does not exist", 400)
}
