import { JsonObject } from "../../src/domain/shared/json"
import { Sandbox } from "../index"
import { TikiClient } from "./tiki-app"

export const ORDERS = "/v2/orders"

/** Places orders at Tiki and reads them as a client does. */
export function tikiOrders(at: {
  readonly sandbox: Sandbox
  readonly client: TikiClient
}) {
  return {
    place: (...orders: Parameters<Sandbox["tiki"]["addOrders"]>) =>
      at.sandbox.tiki.addOrders(...orders).map(({ code }) => code),
    show: async (code: string, query: Record<string, string> = {}) =>
      (await at.client.get(`${ORDERS}/${code}`, query)).body,
    /** Codes that a query lists; the status of an answer that is not OK. */
    codes: async (query: Record<string, string>) => {
      const { status, body } = await at.client.get(ORDERS, query)
      return status === 200
        ? body.data.map(({ code }: JsonObject) => code)
        : status
    },
  }
}
