import { InformationCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useWording } from "../../hooks/use-wording"
import { noticeText } from "../../lib/statement-text"
import type { Statement } from "../../lib/types"

/** What about the file as a whole a person should know. */
export function StatementNotices({ statement }: { statement: Statement }) {
  const wording = useWording()
  if (statement.notices.length === 0) {
    return null
  }
  return (
    <ul className="flex flex-col gap-y-2 px-6 py-4">
      {statement.notices.map((notice, index) => (
        <li key={index} className="flex gap-x-2">
          <InformationCircle className="text-ui-fg-subtle mt-0.5 shrink-0" />
          <Text size="small" className="min-w-0 break-words">
            {noticeText(wording, notice, statement.currency_code)}
          </Text>
        </li>
      ))}
    </ul>
  )
}
