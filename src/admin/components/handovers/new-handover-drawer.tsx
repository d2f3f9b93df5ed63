import { Button, Drawer, Input, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { useChannels } from "../../hooks/api/channels"
import { useCreateHandover } from "../../hooks/api/handovers"
import { useKnownCarriers } from "../../hooks/use-known-carriers"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { HandoverDirection } from "../../lib/types"
import { LabelledField } from "../common/labelled-field"
import { LabelledSelect } from "../common/labelled-select"

/** Begins a record; its limits may stay open. */
export function NewHandoverDrawer({
  direction,
  onClose,
}: {
  direction: HandoverDirection
  onClose: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const channels = useChannels().data?.channels ?? []
  const carriers = useKnownCarriers()
  const create = useCreateHandover()
  const onError = useFailureToast()
  const [channel_id, setChannel] = useState("")
  const [carrier, setCarrier] = useState("")
  const start = () =>
    create.mutate(
      {
        direction,
        ...(channel_id && { channel_id }),
        ...(carrier.trim() && { carrier: carrier.trim() }),
      },
      {
        onSuccess: ({ handover }) =>
          void navigate(`/marketplaces/handovers/${handover.id}`),
        onError,
      }
    )
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>
            {t(`marketplaces.handovers.new_${direction}`)}
          </Drawer.Title>
        </Drawer.Header>
        <form
          className="flex flex-1 flex-col overflow-hidden"
          onSubmit={(event) => {
            event.preventDefault()
            start()
          }}
        >
          <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
            <Text size="small" className="text-ui-fg-subtle">
              {t(`marketplaces.handovers.new_${direction}_hint`)}
            </Text>
            <LabelledSelect
              label={t("marketplaces.fields.channel")}
              all={t("marketplaces.tabs.all_channels")}
              value={channel_id}
              options={channels.map((channel) => ({
                value: channel.id,
                label: channel.name,
              }))}
              onChange={setChannel}
            />
            <LabelledField label={t("marketplaces.fields.carrier")}>
              {(id) => (
                <>
                  <Input
                    id={id}
                    size="small"
                    list={`${id}-known`}
                    placeholder={t("marketplaces.handovers.any_carrier")}
                    value={carrier}
                    onChange={(event) => setCarrier(event.target.value)}
                  />
                  <datalist id={`${id}-known`}>
                    {carriers.map((name) => (
                      <option key={name} value={name} />
                    ))}
                  </datalist>
                </>
              )}
            </LabelledField>
          </Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild>
              <Button type="button" size="small" variant="secondary">
                {t("marketplaces.actions.cancel")}
              </Button>
            </Drawer.Close>
            <Button
              type="submit"
              size="small"
              autoFocus
              isLoading={create.isPending}
            >
              {t("marketplaces.handovers.start")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
