import { Button, Drawer, Text } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "../../hooks/use-format"
import { valuesFor, waysOf } from "../../lib/connect-ways"
import type { Provider } from "../../lib/types"
import { ChoiceCards } from "../common/choice-cards"
import { ConnectFailure } from "./connect-failure"
import { CredentialFields } from "./credential-fields"
import type { useConnect } from "./use-connect"

type Filling = {
  provider_id?: string
  /** The way's id. */
  chosen: string
  /** Values by field. */
  typed: Record<string, string>
}

const EMPTY: Filling = { chosen: "", typed: {} }

/** Choose a way of connecting, fill in what it asks for, send it. */
export function ConnectFormDrawer({
  title,
  hint,
  provider,
  connect,
  onSend,
  onClose,
  children,
}: {
  title: string
  hint: string
  /** Whose ways are offered; nothing can be sent without one. */
  provider: Provider | undefined
  connect: ReturnType<typeof useConnect>
  /** Without credentials the person signs in at the marketplace. */
  onSend: (provider: Provider, credentials?: Record<string, string>) => void
  onClose: () => void
  /** Shown before the ways, for choosing the marketplace. */
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [state, setState] = useState<Filling>(EMPTY)
  /** What was typed for another marketplace is not offered to this one. */
  const { chosen, typed } = state.provider_id === provider?.id ? state : EMPTY
  const fill = (changes: Partial<Filling>) =>
    setState({ chosen, typed, provider_id: provider?.id, ...changes })
  const ways = provider ? waysOf(provider) : []
  const way = ways.find(({ id }) => id === chosen) ?? ways[0]
  const values = way ? valuesFor(way, typed) : null

  const choose = (id: string) => {
    fill({ chosen: id })
    connect.reset()
  }
  const send = () => {
    if (provider && values) {
      onSend(provider, way?.method ? values : undefined)
    }
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{title}</Drawer.Title>
        </Drawer.Header>
        <form
          className="flex flex-1 flex-col overflow-hidden"
          onSubmit={(event) => {
            event.preventDefault()
            send()
          }}
        >
          <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
            <Text size="small" className="text-ui-fg-subtle">
              {hint}
            </Text>
            {children}
            {ways.length > 1 && (
              <ChoiceCards
                label={t("marketplaces.channels.way")}
                value={way?.id}
                disabled={connect.isPending}
                onChange={choose}
                choices={ways.map(({ id, method }) => ({
                  id,
                  title: method
                    ? format.localized(method.label)
                    : t("marketplaces.channels.sign_in"),
                }))}
              />
            )}
            <CredentialFields
              fields={way?.method?.fields ?? []}
              values={typed}
              disabled={connect.isPending}
              onChange={(next) => fill({ typed: next })}
            />
            {connect.error && <ConnectFailure error={connect.error} />}
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
              isLoading={connect.isPending}
              disabled={!values}
            >
              {way && !way.method
                ? t("marketplaces.channels.go_to_marketplace")
                : title}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
