import { invalidParameter } from "../envelope"
import { EVENT_TYPES } from "../webhooks/messages"
import { Endpoint, ShopContext } from "./endpoint"

const template = "/event/202309/webhooks"
const scope = "seller.authorization.info"

function eventType({ body }: ShopContext): string {
  const { event_type } = body
  if (typeof event_type !== "string" || !(event_type in EVENT_TYPES)) {
    throw invalidParameter("event_type is unknown")
  }
  return event_type
}

/**
 * TikTok takes HTTPS only, with a domain name and no port; on this machine loopback
 * addresses are taken as well.
 */
function address({ body }: ShopContext): string {
  const text = String(body.address ?? "")
  const url = URL.canParse(text) ? new URL(text) : null
  const loopback = url?.hostname === "localhost"
  const allowed = url?.protocol === "https:" && url.port === ""
  const ip = /^[\d.]+$|^\[/.test(url?.hostname ?? "")
  if (text.length > 255 || ip || !(loopback || allowed)) {
    throw invalidParameter("address must be an https URL with a domain name")
  }
  return text
}

export const webhookEndpoints: Endpoint[] = [
  {
    method: "GET",
    template,
    scope,
    level: "shop",
    answer: ({ twin, shop }) => {
      const webhooks = twin.subscriptions.list(shop.id)
      return { total_count: webhooks.length, webhooks }
    },
  },
  {
    method: "PUT",
    template,
    scope,
    level: "shop",
    answer: (context) => {
      const { twin, shop } = context
      const now = twin.clock.seconds()
      twin.subscriptions.put(shop, eventType(context), address(context), now)
      return {}
    },
  },
  {
    method: "DELETE",
    template,
    scope,
    level: "shop",
    answer: (context) => {
      context.twin.subscriptions.delete(context.shop, eventType(context))
      return {}
    },
  },
]
