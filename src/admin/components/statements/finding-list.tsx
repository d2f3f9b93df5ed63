import { Text } from "@medusajs/ui"
import type { Finding } from "../../../domain/statements/finding"
import { useWording } from "../../hooks/use-wording"
import { findingText } from "../../lib/statement-text"

/** What is wrong with an order's settlement, one sentence each. */
export function FindingList({
  findings,
  currency_code,
}: {
  findings: Finding[]
  currency_code: string
}) {
  const wording = useWording()
  return (
    <ul className="flex flex-col gap-y-1 px-6 py-3">
      {findings.map((finding, index) => (
        <li key={index}>
          <Text size="small">
            {findingText(wording, finding, currency_code)}
          </Text>
        </li>
      ))}
    </ul>
  )
}
