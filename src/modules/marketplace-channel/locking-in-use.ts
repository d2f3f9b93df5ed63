import { MedusaModule } from "@medusajs/framework/modules-sdk"
import { Modules } from "@medusajs/framework/utils"
import { IN_MEMORY_LOCKING } from "../../domain/stock/locking-obstacle"

/** What Medusa's locking module keeps to itself; a host's own module may have none of it. */
type LockingModule = {
  defaultProviderId?: string
  providerService_?: { retrieveProviderRegistration(id: string): object }
}

/**
 * Identifier of the locking provider that Medusa uses in this process: that of the provider's
 * class, since a host may give any id to it. Locks of a module that a host made itself go by
 * `custom` and count as shared; without any module there are none to share.
 */
export function lockingInUse(): string {
  const locking: LockingModule | undefined = MedusaModule.getModuleInstance(
    Modules.LOCKING
  )?.[Modules.LOCKING]
  if (!locking) {
    return IN_MEMORY_LOCKING
  }
  const { defaultProviderId: id, providerService_: providers } = locking
  if (!id || !providers) {
    return "custom"
  }
  const { constructor } = providers.retrieveProviderRegistration(id)
  return "identifier" in constructor ? String(constructor.identifier) : id
}
