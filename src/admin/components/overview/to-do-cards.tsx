import { Container, Text, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useFormat } from "../../hooks/use-format"

export type ToDo = {
  label: string
  count: number | undefined
  to: string
  urgent?: boolean
}

/** Numbers that wait for somebody, each leading to what it counts. */
export function ToDoCards({ items }: { items: ToDo[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {items.map(({ label, count, to, urgent }) => (
        <Link key={label} to={to} className="outline-none">
          <Container className="hover:bg-ui-bg-base-hover px-6 py-4">
            <Text size="small" className="text-ui-fg-subtle">
              {t(label)}
            </Text>
            <p
              className={clx(
                "txt-xlarge-plus",
                urgent && count ? "text-ui-tag-orange-text" : "text-ui-fg-base"
              )}
            >
              {count === undefined ? "…" : format.number(count)}
            </p>
          </Container>
        </Link>
      ))}
    </div>
  )
}
