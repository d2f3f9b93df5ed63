import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { BuyerRequestAnswerKind } from "../../../domain/returns/buyer-request"
import type { BuyerRequest } from "../../lib/types"
import { AnswerRequestModal } from "./answer-request-modal"

/** Accept and refuse, as far as the marketplace takes them; nothing when it takes neither. */
export function RequestAnswers({ request }: { request: BuyerRequest }) {
  const { t } = useTranslation()
  const [answer, setAnswer] = useState<BuyerRequestAnswerKind | null>(null)
  if (request.answers.length === 0) {
    return null
  }
  return (
    <div
      className="flex flex-wrap gap-2"
      onClick={(event) => event.stopPropagation()}
    >
      {request.answers.includes("approve") && (
        <Button
          size="small"
          variant="secondary"
          onClick={() => setAnswer("approve")}
        >
          {t("marketplaces.requests.approve")}
        </Button>
      )}
      {request.answers.includes("reject") && (
        <Button
          size="small"
          variant="secondary"
          onClick={() => setAnswer("reject")}
        >
          {t("marketplaces.requests.reject")}
        </Button>
      )}
      {answer && (
        <AnswerRequestModal
          request={request}
          answer={answer}
          onClose={() => setAnswer(null)}
        />
      )}
    </div>
  )
}
