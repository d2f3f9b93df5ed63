import {
  IInventoryService,
  IOrderModuleService,
  IPaymentModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { whileLocked } from "../../locks"

type Row = Record<string, unknown>

/**
 * Medusa generates these for every model of a module, but its public type names
 * only those that its own routes need.
 */
export type PaymentService = IPaymentModuleService & {
  createPaymentSessions(rows: Row[]): Promise<unknown>
  createPayments(rows: Row[]): Promise<unknown>
  createCaptures(rows: Row[]): Promise<unknown>
  createRefunds(rows: Row[]): Promise<unknown>
}

/** As above; ids and fields beside the DTO are kept by the models. */
export type OrderService = Omit<
  IOrderModuleService,
  "createOrders" | "updateOrders" | "createOrderChange"
> & {
  createOrders(rows: Row[]): Promise<unknown>
  updateOrders(rows: Row[]): Promise<unknown>
  updateOrderAddresses(rows: Row[]): Promise<unknown>
  createOrderChange(rows: Row[]): Promise<{ id: string; order_id: string }[]>
}

export function orderService(container: MedusaContainer): OrderService {
  return container.resolve(Modules.ORDER) as unknown as OrderService
}

export function paymentService(container: MedusaContainer): PaymentService {
  return container.resolve(Modules.PAYMENT) as unknown as PaymentService
}

export function inventoryService(
  container: MedusaContainer
): IInventoryService {
  return container.resolve(Modules.INVENTORY)
}

/**
 * Runs the job while nobody else moves these orders. Not re-entrant.
 * @throws when the locks are not free within half a minute.
 */
export function whileOrdersLocked<Result>(
  container: MedusaContainer,
  order_ids: string[],
  job: () => Promise<Result>
): Promise<Result> {
  const keys = order_ids.map((id) => `marketplaces:order:${id}`)
  return whileLocked(container, keys, job, { timeout: 30 })
}
