import { json, Request, Response, Router } from "express"
import { CallLog } from "./call-log"
import { Clock } from "./clock"
import { FaultInput, Faults } from "./faults"

/** A request of the control API. */
export type Body<T> = Request<Record<string, string>, unknown, T>

/** Makes a handler: the result as JSON, 409 with the reason when it throws. */
export type Run = <T>(
  work: (request: Body<T>) => unknown
) => (request: Body<T>, response: Response) => void

/** What the control API moves in every twin. */
type Controlled = {
  clock: Clock
  calls: CallLog
  faults: Faults
  violations: unknown[]
  reset(): void
}

/** A control API with what all twins have: reset, clock, calls, violations and faults. */
export function controlRouter(twin: Controlled): { router: Router; run: Run } {
  const router = Router()
  router.use(json({ limit: "20mb" }))
  const run: Run = (work) => (request, response) => {
    Promise.resolve()
      .then(() => work(request))
      .then((result) => response.json(result ?? { ok: true }))
      .catch((error: Error) =>
        response.status(409).json({ error: error.message })
      )
  }
  router.post(
    "/reset",
    run(() => twin.reset())
  )
  router.get(
    "/violations",
    run(() => ({ violations: twin.violations }))
  )
  router.post(
    "/clock",
    run(({ body }: Body<{ advance_seconds: number }>) => {
      twin.clock.advance(body.advance_seconds)
      return { now: new Date(twin.clock.now()).toISOString() }
    })
  )
  router.get(
    "/calls",
    run(({ query }) => ({
      counts: twin.calls.counts(),
      calls: twin.calls.list(String(query.path ?? "")).slice(-1000),
    }))
  )
  router.delete(
    "/calls",
    run(() => twin.calls.clear())
  )
  router.get(
    "/faults",
    run(() => ({ faults: twin.faults.pending() }))
  )
  router.post(
    "/faults",
    run(({ body }: Body<FaultInput>) => ({ fault: twin.faults.add(body) }))
  )
  router.delete(
    "/faults",
    run(() => twin.faults.clear())
  )
  return { router, run }
}
