import { MedusaContainer } from "@medusajs/framework/types"
import { bulkhead, IPolicy } from "cockatiel"
import {
  Occupant,
  Served,
  servedInFull,
  Shares,
} from "../domain/channels/fair-shares"
import { backgroundCount, inBackground } from "./background"

type Pool<Work extends Occupant> = Shares & {
  /** Names its places among all that is under way in this process; no other's begins with it. */
  name: string
  /** Takes what is due next for anybody but these; null when nothing is. */
  claim(container: MedusaContainer, served: Served): Promise<Work | null>
  work(container: MedusaContainer, work: Work): Promise<void>
}

/** Work for many channels side by side in this process, shared so that none holds up the others. */
export class Places<Work extends Occupant> {
  private readonly occupants = new Map<string, Occupant>()
  /** Claims are made one after the other: nobody gets a place by asking twice at once. */
  private readonly turns: IPolicy = bulkhead(1, Number.MAX_SAFE_INTEGER)

  constructor(private readonly pool: Pool<Work>) {}

  /**
   * Begins what is due, as far as there is a free place, and returns at once. A place goes on
   * with the next for as long as something is due: over all workers there is one tick a second
   * only.
   */
  take(container: MedusaContainer): void {
    const place = Array.from(
      { length: this.pool.places },
      (_, number) => `${this.pool.name} ${number}`
    ).find((key) => backgroundCount(key) === 0)
    if (place) {
      inBackground(container, place, () => this.occupy(container, place))
    }
  }

  private async occupy(
    container: MedusaContainer,
    place: string
  ): Promise<void> {
    let work = await this.next(container, place)
    while (work) {
      // There may be more, for another place.
      this.take(container)
      try {
        await this.pool.work(container, work)
      } finally {
        this.occupants.delete(place)
      }
      work = await this.next(container, place)
    }
  }

  private next(
    container: MedusaContainer,
    place: string
  ): Promise<Work | null> {
    return this.turns.execute(async () => {
      const served = servedInFull([...this.occupants.values()], this.pool)
      const work = await this.pool.claim(container, served)
      if (work) {
        this.occupants.set(place, work)
      }
      return work
    })
  }
}
