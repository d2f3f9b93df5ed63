import { Sandbox } from "../index"
import { OrderInput } from "../tiktok-shop/orders/place-order"
import { App } from "./app"

export const PACKAGES = "/fulfillment/202309/packages"

/** Places an order (default: waiting for shipment) and names its only package. */
export function placeWithPackage(
  { tiktok }: Sandbox,
  input: OrderInput = {}
): { order_id: string; package_id: string } {
  const [{ id }] = tiktok.addOrders([input])
  const [{ id: package_id }] = tiktok.packages.ofOrder(id)
  return { order_id: id, package_id }
}

/** Ships one package over the API, as a client does. */
export const ship = (app: App, package_id: string, body = {}) =>
  app.post(`${PACKAGES}/${package_id}/ship`, body)

/** Asks for a document over the API. */
export const askDocument = (
  app: App,
  package_id: string,
  query: Record<string, string> = {}
) =>
  app.get(`${PACKAGES}/${package_id}/shipping_documents`, {
    query: { document_type: "SHIPPING_LABEL", ...query },
  })
