import { Tooltip, clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"

/** How long there is until a deadline, or how long it is past; then it is red and says so. */
export function TimeLeft({ at }: { at: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const overdue = new Date(at).getTime() <= Date.now()
  return (
    <Tooltip content={format.dateTime(at)}>
      <time
        dateTime={at}
        className={clx("whitespace-nowrap", overdue && "text-ui-fg-error")}
      >
        {t(
          overdue
            ? "marketplaces.deadline.overdue"
            : "marketplaces.deadline.left",
          { time: format.duration(at) }
        )}
      </time>
    </Tooltip>
  )
}
