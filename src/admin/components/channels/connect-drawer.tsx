import { Button, Drawer, Text, clx } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useProviders } from "../../hooks/api/providers"
import { useFormat } from "../../hooks/use-format"
import { ErrorState } from "../common/error-state"
import { QueryState } from "../common/query-state"
import { CredentialFields } from "./credential-fields"
import { useConnect } from "./use-connect"

/** Choose a marketplace, then sign in there or fill in its keys. */
export function ConnectDrawer({
  open,
  onClose,
}: {
  open: boolean
  onClose: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const providers = useProviders()
  const connect = useConnect()
  const [chosen, setChosen] = useState("")
  const [credentials, setCredentials] = useState<Record<string, string>>({})

  const list = providers.data?.providers ?? []
  const provider =
    list.find(({ id }) => id === chosen) ??
    (list.length === 1 ? list[0] : undefined)
  const fields = provider?.connect_fields ?? []
  const complete = fields.every(
    ({ name, required }) => !required || credentials[name]?.trim()
  )
  const filled = Object.values(credentials).some((value) => value.trim())

  const choose = (id: string) => {
    setChosen(id)
    setCredentials({})
    connect.reset()
  }

  return (
    <Drawer open={open} onOpenChange={(next) => !next && onClose()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header>
          <Drawer.Title>{t("marketplaces.channels.connect")}</Drawer.Title>
        </Drawer.Header>
        <form
          className="flex flex-1 flex-col overflow-hidden"
          onSubmit={(event) => {
            event.preventDefault()
            if (provider) {
              connect.start({
                provider_id: provider.id,
                ...(filled && { credentials }),
              })
            }
          }}
        >
          <Drawer.Body className="flex flex-1 flex-col gap-y-4 overflow-y-auto">
            <Text size="small" className="text-ui-fg-subtle">
              {t("marketplaces.channels.connect_hint")}
            </Text>
            <QueryState query={providers}>
              {() => (
                <div role="radiogroup" className="flex flex-col gap-y-2">
                  {list.map(({ id, label, connect_fields }) => (
                    <button
                      key={id}
                      type="button"
                      role="radio"
                      aria-checked={provider?.id === id}
                      onClick={() => choose(id)}
                      className={clx(
                        "shadow-borders-base bg-ui-bg-component focus-visible:shadow-borders-focus rounded-lg px-4 py-3 text-left outline-none",
                        provider?.id === id &&
                          "shadow-borders-interactive-with-active"
                      )}
                    >
                      <Text size="small" weight="plus">
                        {format.localized(label)}
                      </Text>
                      <Text size="small" className="text-ui-fg-subtle">
                        {t(
                          connect_fields.length === 0
                            ? "marketplaces.channels.by_sign_in"
                            : "marketplaces.channels.by_keys"
                        )}
                      </Text>
                    </button>
                  ))}
                </div>
              )}
            </QueryState>
            <CredentialFields
              fields={fields}
              values={credentials}
              onChange={setCredentials}
            />
            {connect.error && <ErrorState error={connect.error} />}
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
              disabled={!provider || !complete}
            >
              {fields.length === 0
                ? t("marketplaces.channels.go_to_marketplace")
                : t("marketplaces.channels.connect")}
            </Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
