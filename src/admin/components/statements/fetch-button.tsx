import { ArrowDownTray } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useReadStatementsAgain } from "../../hooks/api/statements"
import { useUrlState } from "../../hooks/use-url-state"
import type { Channel, Provider } from "../../lib/types"
import { FocusDialog } from "../common/focus-dialog"
import { RunPanel } from "../runs/run-panel"
import { FetchForm } from "./fetch-form"

const KEEP = { keepPage: true }

/**
 * Tải bảng kê từ sàn: choose channels and days, then follow the run; which run is in the address
 * (`fetch`), and it goes on when this is closed.
 */
export function FetchButton({
  channels,
  providers,
}: {
  channels: Channel[] | undefined
  providers: Provider[] | undefined
}) {
  const { t } = useTranslation()
  const url = useUrlState()
  const readAgain = useReadStatementsAgain()
  const open = url.get("fetch")
  const run_id = open === "1" ? "" : open
  const show = (value: string | null) => url.set({ fetch: value }, KEEP)
  const close = () => {
    show(null)
    void readAgain()
  }
  const gives = ({ provider_id }: Channel) =>
    providers
      ?.find(({ id }) => id === provider_id)
      ?.capabilities.includes("statements") ?? false
  const able = channels?.filter(gives) ?? []
  return (
    <>
      <Button
        size="small"
        variant="secondary"
        disabled={!channels || !providers}
        onClick={() => show("1")}
      >
        <ArrowDownTray />
        {t("marketplaces.statements.fetch.action")}
      </Button>
      {open && channels && providers && (
        <FocusDialog
          title={t("marketplaces.statements.fetch.title")}
          hint={t("marketplaces.statements.fetch.hint")}
          onClose={close}
        >
          {run_id ? (
            <div className="flex flex-col gap-y-6">
              <RunPanel id={run_id} />
              <div className="flex justify-end gap-2">
                <Button variant="secondary" onClick={() => show("1")}>
                  {t("marketplaces.statements.fetch.again")}
                </Button>
                <Button onClick={close}>
                  {t("marketplaces.actions.close")}
                </Button>
              </div>
            </div>
          ) : able.length === 0 ? (
            <Text size="small">
              {t("marketplaces.statements.fetch.no_channel")}{" "}
              <Link
                className="text-ui-fg-interactive"
                to="/marketplaces/channels?connect=1"
              >
                {t("marketplaces.channels.connect")}
              </Link>
            </Text>
          ) : (
            <FetchForm
              channels={able}
              others={channels
                .filter((channel) => !gives(channel))
                .map(({ name }) => name)}
              onStarted={show}
            />
          )}
        </FocusDialog>
      )}
    </>
  )
}
