import { Router } from "express"
import { Body, Run } from "../../shared/control"
import { PackageView } from "../packages/package"
import { ShipInput } from "../packages/ship-refusal"
import { TikTokShopTwin } from "../twin"

/** Orders and units by their ids only. */
const brief = ({ orders: _orders, units, ...view }: PackageView) => ({
  ...view,
  unit_ids: units.map(({ id }) => id),
})

/** What happens to packages. */
export function addPackageRoutes(
  router: Router,
  { packages }: TikTokShopTwin,
  run: Run
): void {
  router.get(
    "/packages",
    run(({ query }) => {
      const list = query.order_id
        ? packages.ofOrder(String(query.order_id))
        : packages.list()
      return { packages: list.map(brief) }
    })
  )
  router.get(
    "/packages/books",
    run(() => packages.books())
  )
  router.get(
    "/packages/:id",
    run(({ params }) => ({ package: brief(packages.get(params.id)) }))
  )
  router.post(
    "/packages/combine",
    run(({ body }: Body<{ package_ids: string[] }>) => ({
      package_id: packages.combine(body.package_ids),
    }))
  )
  router.post(
    "/packages/:id/uncombine",
    run(({ params }) => ({ package_ids: packages.uncombine(params.id) }))
  )
  router.post(
    "/packages/:id/ship",
    run(({ params, body }: Body<ShipInput>) => ({
      package: brief(packages.ship(params.id, body)),
    }))
  )
  for (const verb of ["collect", "deliver", "complete"] as const) {
    router.post(
      `/packages/:id/${verb}`,
      run(({ params }) => ({ package: brief(packages[verb](params.id)) }))
    )
  }
  router.post(
    "/packages/:id/fail",
    run(({ params, body }: Body<{ reason?: string }>) => ({
      package: brief(packages.fail(params.id, body.reason)),
    }))
  )
  router.post(
    "/packages/:id/put-off-label",
    run(({ params, body }: Body<{ asks?: number }>) =>
      packages.putOffLabel(params.id, body.asks ?? 1)
    )
  )
}
