import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { HealthProcess } from "../../lib/types"
import { Moment } from "../common/moment"

/** Which processes run the shop, and when each was last seen. */
export function ProcessRows({ processes }: { processes: HealthProcess[] }) {
  const { t } = useTranslation()
  return (
    <ul className="divide-y">
      {processes.map(({ id, name, worker_mode, locking, seen_at, alive }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-6 py-3"
        >
          <Text size="small" className="min-w-0 break-all">
            {name}{" "}
            <span className="text-ui-fg-subtle">
              {worker_mode} · {locking}
            </span>
          </Text>
          <div className="flex items-center gap-x-3">
            <Text size="small" className="text-ui-fg-muted">
              {t("marketplaces.health_page.seen")}{" "}
              <Moment value={seen_at} relative />
            </Text>
            <StatusBadge color={alive ? "green" : "grey"}>
              {t(
                alive
                  ? "marketplaces.health_page.process_alive"
                  : "marketplaces.health_page.process_gone"
              )}
            </StatusBadge>
          </div>
        </li>
      ))}
    </ul>
  )
}
