import {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { processesWithoutLocks } from "../../../../../domain/stock/locking-obstacle"
import {
  lockingWarning,
  nameOfProcess,
} from "../../../../../modules/marketplace-channel/locking-warning"
import { marketplacesOf } from "../../../../../workflows/marketplaces"

/** What keeps the stock of every channel from being raised, and the remedy. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse
) => {
  const processes = processesWithoutLocks(
    await marketplacesOf(req.scope).processes.listLiving()
  )
  res.json({
    warnings: processes.length
      ? [
          {
            code: "locking_in_memory",
            message: lockingWarning(processes),
            params: {
              count: processes.length,
              processes: processes.map(nameOfProcess).join(", "),
            },
          },
        ]
      : [],
  })
}
