import { placeWithPackage } from "../__fixtures__/packages"
import { runCommand } from "../__fixtures__/run-command"
import { startStanding } from "../__fixtures__/standing-clock"
import { Sandbox } from "../index"

describe("commands of the shop's daily work", () => {
  let sandbox: Sandbox

  beforeAll(async () => {
    sandbox = await startStanding()
  })
  beforeEach(() => sandbox.tiktok.reset())
  afterAll(() => sandbox.close())

  const run = async (command: string, options = {}) => {
    const { status, body } = await runCommand(sandbox, command, options)
    expect({ command, status, body }).toMatchObject({ command, status: 200 })
    return body
  }
  const place = (input = {}) => placeWithPackage(sandbox, input)

  it("moves packages", async () => {
    const { order_id, package_id } = place()
    await run(`packages put-off-label ${package_id} 2`)
    expect(sandbox.tiktok.packages.isLabelPutOff(package_id)).toBe(true)
    for (const [verb, status] of [
      ["ship", "PROCESSING"],
      ["collect", "FULFILLING"],
      ["deliver", "COMPLETED"],
      ["complete", "COMPLETED"],
    ]) {
      const { package: parcel } = await run(`packages ${verb} ${package_id}`)
      expect(parcel.status).toBe(status)
    }

    const { packages } = await run(`packages list ${order_id}`)
    expect(packages).toMatchObject([
      { id: package_id, order_ids: [order_id], arrangements: [{}] },
    ])
    expect(await run("packages books")).toMatchObject({ arranged: 1 })
    expect((await run("books")).packages.arranged).toBe(1)
    expect(sandbox.tiktok.orders.get(order_id).status).toBe("COMPLETED")
  })

  it("splits and combines", async () => {
    const [one, other] = [
      place({ lines: [{ seller_sku: "LY-LAM-S", quantity: 3 }] }),
      place(),
    ]
    const { units } = sandbox.tiktok.orders.get(one.order_id)
    const { package_ids } = await run(
      `orders split ${one.order_id} ${units[0].id} ${units[1].id}`
    )
    expect(package_ids).toHaveLength(3)
    const { package_id } = await run(
      `packages combine ${package_ids[2]} ${other.package_id}`
    )
    expect((await run(`packages show ${package_id}`)).package).toMatchObject({
      tag: "COMBINE",
      order_ids: [one.order_id, other.order_id],
    })
    const apart = await run(`packages uncombine ${package_id}`)
    expect(apart.package_ids).toHaveLength(2)
  })

  it("loses parcels, by order and by package", async () => {
    const [one, other] = [place(), place()]
    await run(`orders collect ${one.order_id}`)
    const { order } = await run(`orders fail ${one.order_id}`, {
      reason: "Thất lạc",
    })
    expect(order).toMatchObject({
      status: "CANCELLED",
      cancellation: { initiator: "SYSTEM", reason: "Thất lạc" },
    })
    await run(`orders collect ${other.order_id}`)
    const failed = await run(`packages fail ${other.package_id}`)
    expect(failed.package.status).toBe("CANCELLED")

    const { order_id } = place()
    await run(`orders deliver ${order_id}`)
    await run(`orders complete ${order_id}`)
    const again = await runCommand(sandbox, `orders fail ${order_id}`)
    expect(again.status).toBe(409)
  })

  it("asks for cancellations and answers them", async () => {
    const ask = async () => {
      const { order_id } = place()
      const { cancellation } = await run(`cancellations request ${order_id}`)
      return cancellation.id as string
    }
    const [a, b, c] = [await ask(), await ask(), await ask()]
    await run(`cancellations approve ${a}`)
    await run(`cancellations complete ${a}`)
    await run(`cancellations reject ${b}`)
    await run(`cancellations withdraw ${c}`)

    const { cancellations } = await run("cancellations list")
    expect(
      cancellations.map(({ status }: { status: string }) => status)
    ).toEqual([
      "CANCELLATION_REQUEST_COMPLETE",
      "CANCELLATION_REQUEST_CANCELLED",
      "CANCELLATION_REQUEST_CANCELLED",
    ])
  })

  it("asks for returns and moves them", async () => {
    const { order_id } = place({ status: "DELIVERED" })
    const asked = await run(`returns request ${order_id} {"reason_text":"Vỡ"}`)
    const { id } = asked.return
    expect(asked.return.reason_text).toBe("Vỡ")
    for (const verb of ["approve", "ship-back", "deliver-back", "approve"]) {
      await run(`returns ${verb} ${id}`)
    }
    expect((await run(`returns complete ${id}`)).return.status).toBe(
      "RETURN_OR_REFUND_REQUEST_COMPLETE"
    )

    const other = place({ status: "DELIVERED" }).order_id
    const first = await run(`returns request ${other} {"type":"REFUND"}`)
    const edited = await run(`returns edit ${first.return.id}`)
    await run(
      `returns approve ${edited.return.id} {"decision":"OFFER_PARTIAL_REFUND","partial_refund":1000}`
    )
    await run(`returns answer-offer ${edited.return.id} {"accepted":false}`)
    await run(`returns reject ${edited.return.id}`)
    const { returns } = await run(`returns list ${other}`)
    expect(returns).toMatchObject([
      { status: "RETURN_OR_REFUND_REQUEST_CANCEL" },
      { status: "REFUND_OR_RETURN_REQUEST_REJECT" },
    ])
  })

  it("changes how the twin behaves", async () => {
    const settings = await run('settings {"handover":{"can_drop_off":false}}')
    expect(settings.handover).toEqual({ can_pickup: true, can_drop_off: false })
  })
})
