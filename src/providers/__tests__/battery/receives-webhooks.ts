import { MappingError } from "../../../domain/provider/mapping-error"
import {
  ReceivesWebhooks,
  receivesWebhooks,
} from "../../../domain/provider/receives-webhooks"
import { Bench } from "./bench"
import { SignedWebhook } from "./world"

type Received = SignedWebhook & { provider: ReceivesWebhooks; order_id: string }

/** Signed messages, and nothing else. */
export function acceptsWebhooks(at: () => Bench): void {
  describe("receives webhooks", () => {
    it("that are signed, and names the order", () => {
      const { provider, order_id, headers, raw_body } = receive(at())
      expect(provider.verifyWebhook({ headers, raw_body })).toBe(true)
      expect(provider.parseWebhook(raw_body).effect).toEqual({
        kind: "orders_changed",
        order_external_ids: [order_id],
      })
    })

    it("that are forged: refused", () => {
      const webhook = receive(at())
      const { provider, headers, raw_body, signature_header } = webhook
      const signature = headers[signature_header]
      const verify = (given: string | undefined, body = raw_body) =>
        provider.verifyWebhook({
          headers: { ...headers, [signature_header]: given },
          raw_body: body,
        })
      const tampered = Buffer.from(raw_body)
      tampered[Math.floor(tampered.length / 2)] ^= 1
      expect(verify(signature)).toBe(true)
      expect([
        verify(signature, tampered),
        verify(signature, Buffer.concat([raw_body, raw_body])),
        verify(signature, Buffer.alloc(0)),
        verify(undefined),
        verify(""),
        verify(signature.slice(0, -1)),
        verify(signature + "0"),
        verify("0".repeat(signature.length)),
        provider.verifyWebhook({ headers: {}, raw_body }),
      ]).toEqual(Array(9).fill(false))
    })

    it.each(["", "{", "[]", "null", '"text"', "{}"])(
      "that make no sense (%p): refused",
      (body) => {
        const { provider } = receive(at())
        expect(() => provider.parseWebhook(Buffer.from(body))).toThrow(
          MappingError
        )
      }
    )
  })
}

function receive({ provider, world }: Bench): Received {
  const [order_id] = world.books.order_ids
  if (!world.webhook || !receivesWebhooks(provider)) {
    throw new Error("this world has no webhooks: say so to describeProvider")
  }
  return { ...world.webhook(order_id), provider, order_id }
}
