import { Button, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { previewErasure, useEraseBuyer } from "../../hooks/api/buyer-erasures"
import { useFailureToast } from "../../hooks/use-failure-toast"
import type { BuyerErasure, ChannelOrder } from "../../lib/types"

const having = (erasures: BuyerErasure[], outcome: BuyerErasure["outcome"]) =>
  erasures.filter((one) => one.outcome === outcome).length

/** Erases what is known of the buyer, once a person was told what that is and how far it goes. */
export function EraseBuyer({ order }: { order: ChannelOrder }) {
  const { t } = useTranslation()
  const prompt = usePrompt()
  const erase = useEraseBuyer()
  const onError = useFailureToast()
  const [looking, setLooking] = useState(false)

  const refuse = ({ code }: BuyerErasure) =>
    toast.error(t("marketplaces.erasure.refused"), {
      description: t(`marketplaces.erasure.hindrances.${code}`),
    })

  const ask = async () => {
    setLooking(true)
    const found = await previewErasure(order.id).finally(() =>
      setLooking(false)
    )
    const own = found.find(({ order_id }) => order_id === order.id)
    if (own?.outcome === "refused") {
      refuse(own)
      return
    }
    const waiting = having(found, "refused")
    const sure = await prompt({
      title: t("marketplaces.erasure.title"),
      description: [
        t("marketplaces.erasure.text", { count: having(found, "erasable") }),
        waiting
          ? t("marketplaces.erasure.waiting", { count: waiting })
          : undefined,
        t("marketplaces.erasure.for_good"),
      ]
        .filter(Boolean)
        .join(" "),
      confirmText: t("marketplaces.erasure.erase"),
      cancelText: t("marketplaces.actions.cancel"),
    })
    if (sure) {
      const done = await erase.mutateAsync(order.id)
      const erased = having(done, "erased")
      if (erased) {
        toast.success(t("marketplaces.erasure.erased_toast", { count: erased }))
      }
      const left = having(done, "erasable") + having(done, "failed")
      if (left) {
        toast.warning(t("marketplaces.erasure.left", { count: left }))
      }
    }
  }

  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={looking || erase.isPending}
      onClick={() => void ask().catch(onError)}
    >
      {t("marketplaces.erasure.erase")}
    </Button>
  )
}
