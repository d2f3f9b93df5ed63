import { changeClaim } from "../change-claim"
import { ClaimChange, MadeClaims, NewClaims } from "../claim-rows"
import { makeClaims } from "../make-claims"
import {
  ClaimCounts,
  ClaimFilters,
  ClaimRow,
  countClaims,
  countClaimsByState,
  readClaims,
} from "../read-claims"
import { Paging } from "../read-statements"
import { SqlStore } from "../sql-store"

/** Money that the shop asks marketplaces for. */
export class ClaimRegisterService extends SqlStore {
  /**
   * Claims everything that can be claimed of these settlements; one transaction. Each reason of
   * an order has one claim at most that is not paid or given up.
   */
  make(claims: NewClaims): Promise<MadeClaims> {
    return this.transaction((sql) => makeClaims(sql, claims))
  }

  /**
   * Moves a claim on, or back, and keeps what people note of it.
   * @throws {MedusaError} NOT_FOUND, NOT_ALLOWED.
   */
  change(id: string, change: ClaimChange, actor: string): Promise<void> {
    return this.transaction((sql) => changeClaim(sql, id, change, actor))
  }

  /** A page of claims, those whose time ends first. Smallest unit. */
  list(
    filters: ClaimFilters,
    page: Paging & { order?: string }
  ): Promise<ClaimRow[]> {
    return readClaims(this.sql, filters, page)
  }

  count(filters: ClaimFilters): Promise<number> {
    return countClaims(this.sql, filters)
  }

  /** How many there are in each state, and what they ask for. */
  countByState(filters: ClaimFilters): Promise<ClaimCounts> {
    return countClaimsByState(this.sql, filters)
  }
}
