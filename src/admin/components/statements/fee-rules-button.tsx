import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useUrlState } from "../../hooks/use-url-state"
import type { Channel } from "../../lib/types"
import { FeeRulesDrawer } from "./fee-rules-drawer"

const KEEP = { keepPage: true }

/** Opens the fee rules of a channel; which one is in the address (`rules`). */
export function FeeRulesButton({ channels }: { channels: Channel[] }) {
  const { t } = useTranslation()
  const url = useUrlState()
  const open = url.get("rules")
  const show = (channel_id: string | null) =>
    url.set({ rules: channel_id }, KEEP)
  const first =
    channels.find(({ id }) => id === url.get("channel_id")) ?? channels[0]
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        disabled={!first}
        onClick={() => show(first?.id ?? null)}
      >
        {t("marketplaces.statements.rules.title")}
      </Button>
      {open && first && (
        <FeeRulesDrawer
          channels={channels}
          channel_id={open}
          onChannel={show}
          onClose={() => show(null)}
        />
      )}
    </>
  )
}
