import { Hint } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { useStatusNames } from "../../hooks/use-status-names"
import { defaultsOf, grouped } from "../../lib/read-scope"
import type { Channel, Provider } from "../../lib/types"

/** What is downloaded while no status is chosen; marketplaces may differ in it. */
export function DefaultStatuses({
  channels,
  providers,
}: {
  channels: Channel[]
  providers: Provider[]
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useStatusNames()
  const defaults = defaultsOf(channels, providers)
  const narrow = defaults.filter(({ statuses }) => statuses !== null)
  if (narrow.length === 0) {
    return <Hint>{t("marketplaces.download.every_status")}</Hint>
  }
  return (
    <>
      {narrow.map(({ provider, statuses }) => (
        <Hint key={provider.id}>
          {defaults.length > 1 && `${format.localized(provider.label)}: `}
          {t("marketplaces.download.default_statuses", {
            statuses: grouped(statuses ?? [])
              .map(nameOf)
              .join(", "),
          })}
        </Hint>
      ))}
    </>
  )
}
