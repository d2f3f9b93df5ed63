import { ApiError, badRequest } from "../api-error"
import { sellerOf } from "../gate"
import { Queue, Subscription } from "../queues/queues"
import { CallContext, Endpoint } from "./endpoint"

/**
 * The app whose queues these are.
 * @throws {ApiError} 403 for a client key, and for a public app that comes with a seller's token.
 */
function ownerOf({ caller }: CallContext, as: "app" | "any"): string {
  const { app, seller } = caller
  if (!app) {
    throw new ApiError(403, "Permission denied")
  }
  if (as === "app" && app.seller_id === null && seller) {
    throw new ApiError(403, "The queue takes the app's own token")
  }
  return app.client_id
}

const queueOf = (context: CallContext, as: "app" | "any"): Queue =>
  context.twin.queues.get(ownerOf(context, as), context.path.code)

const showQueue = ({ code, name, status }: Queue) => ({ code, name, status })

const showSubscription = (
  { twin }: CallContext,
  { seller_id, ...rest }: Subscription
) => ({ ...rest, sid: twin.seller(seller_id).sid })

function create(context: CallContext): object {
  const { name } = context.body
  if (typeof name !== "string" || !name) {
    throw badRequest("name is required")
  }
  const owner = ownerOf(context, "app")
  return showQueue(context.twin.queues.create(owner, name))
}

function subscribe(context: CallContext): object {
  const { event_type } = context.body
  const queue = queueOf(context, "any")
  const seller = sellerOf(context.caller)
  if (typeof event_type !== "string" || !event_type) {
    throw badRequest("event_type is required")
  }
  const subscription = context.twin.queues.subscribe(
    queue,
    seller.id,
    event_type
  )
  return showSubscription(context, subscription)
}

/** An app sees all subscriptions of its queue, a seller its own. */
function subscriptions(context: CallContext): object {
  const { seller } = context.caller
  return queueOf(context, "any")
    .subscriptions.filter(({ seller_id }) => !seller || seller_id === seller.id)
    .map((one) => showSubscription(context, one))
}

function change(context: CallContext): object {
  const { subscriptions: list } = queueOf(context, "any")
  const found = list.find(({ code }) => code === context.path.subscription)
  if (!found) {
    throw new ApiError(404, "The subscription does not exist")
  }
  found.active = context.body.active === true
  return showSubscription(context, found)
}

function pull(context: CallContext): object {
  const { ack_id } = context.body
  if (ack_id !== null && ack_id !== undefined && typeof ack_id !== "string") {
    throw badRequest("ack_id has to be a text or null")
  }
  return context.twin.queues.pull(queueOf(context, "app"), ack_id ?? null)
}

const common = { scope: null, level: "any" } as const
const queues = "/integration/v1/queues"

export const queueEndpoints: Endpoint[] = [
  { ...common, method: "POST", template: queues, answer: create },
  {
    ...common,
    method: "GET",
    template: queues,
    answer: (context: CallContext) =>
      context.twin.queues.ofOwner(ownerOf(context, "app")).map(showQueue),
  },
  {
    ...common,
    method: "GET",
    template: `${queues}/{code}`,
    answer: (context: CallContext) => showQueue(queueOf(context, "app")),
  },
  {
    ...common,
    method: "POST",
    template: `${queues}/{code}/subscriptions`,
    answer: subscribe,
  },
  {
    ...common,
    method: "GET",
    template: `${queues}/{code}/subscriptions`,
    answer: subscriptions,
  },
  {
    ...common,
    method: "PUT",
    template: `${queues}/{code}/subscriptions/{subscription}`,
    answer: change,
  },
  {
    ...common,
    method: "POST",
    template: `${queues}/{code}/events/pull`,
    answer: pull,
  },
]
