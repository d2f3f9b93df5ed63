import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import {
  useAuthorizations,
  useClaimAuthorization,
} from "../../hooks/api/channels"
import { useProviderLabel } from "../../hooks/use-provider-label"
import { useFailureToast } from "../../hooks/use-failure-toast"

/** Installations that began at the marketplace; unusable until an admin says "this is ours". */
export function UnclaimedAuthorizations() {
  const { t } = useTranslation()
  const { data } = useAuthorizations()
  const labelOf = useProviderLabel()
  const claim = useClaimAuthorization()
  const onError = useFailureToast()
  if (!data?.authorizations?.length) {
    return null
  }
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("marketplaces.channels.unclaimed")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("marketplaces.channels.unclaimed_hint")}
        </Text>
      </div>
      {data.authorizations.map(({ id, account_name, provider_id, shops }) => (
        <div
          key={id}
          className="flex items-center justify-between gap-x-4 px-6 py-3"
        >
          <div className="min-w-0">
            <Text size="small" weight="plus" className="truncate">
              {account_name}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {labelOf(provider_id)} ·{" "}
              {shops.map(({ name }) => name).join(", ")}
            </Text>
          </div>
          <Button
            size="small"
            variant="secondary"
            isLoading={claim.isPending && claim.variables === id}
            onClick={() =>
              claim.mutate(id, {
                onSuccess: () =>
                  toast.success(t("marketplaces.channels.claimed_toast")),
                onError,
              })
            }
          >
            {t("marketplaces.channels.claim")}
          </Button>
        </div>
      ))}
    </Container>
  )
}
