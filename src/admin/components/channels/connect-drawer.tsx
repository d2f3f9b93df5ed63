import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useProviders } from "../../hooks/api/providers"
import { useFormat } from "../../hooks/use-format"
import { waysHint } from "../../lib/connect-ways"
import { ChoiceCards } from "../common/choice-cards"
import { QueryState } from "../common/query-state"
import { ConnectFormDrawer } from "./connect-form-drawer"
import { useConnect } from "./use-connect"

/** Choose a marketplace, then sign in there or fill in its keys. */
export function ConnectDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const providers = useProviders()
  const connect = useConnect()
  const [chosen, setChosen] = useState("")
  const list = providers.data?.providers ?? []
  const provider =
    list.find(({ id }) => id === chosen) ??
    (list.length === 1 ? list[0] : undefined)

  return (
    <ConnectFormDrawer
      title={t("marketplaces.channels.connect")}
      hint={t("marketplaces.channels.connect_hint")}
      provider={provider}
      connect={connect}
      onSend={({ id }, credentials) =>
        connect.start({ provider_id: id, credentials })
      }
      onClose={onClose}
    >
      <QueryState query={providers}>
        {() => (
          <ChoiceCards
            label={t("marketplaces.channels.marketplace")}
            value={provider?.id}
            disabled={connect.isPending}
            onChange={(id) => {
              setChosen(id)
              connect.reset()
            }}
            choices={list.map((one) => ({
              id: one.id,
              title: format.localized(one.label),
              hint: t(`marketplaces.channels.by_${waysHint(one)}`),
            }))}
          />
        )}
      </QueryState>
    </ConnectFormDrawer>
  )
}
