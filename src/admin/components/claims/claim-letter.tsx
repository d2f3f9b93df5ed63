import { SquareTwoStack } from "@medusajs/icons"
import { Button, Textarea, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useClaimText } from "../../hooks/api/claims"
import { letterLocale } from "../../lib/claims"
import { ChoiceButtons } from "../common/choice-buttons"
import { DrawerSection } from "../common/drawer-section"
import { QueryState } from "../common/query-state"

/** The text for the marketplace's support, in either language, to be copied. */
export function ClaimLetter({ id }: { id: string }) {
  const { t, i18n } = useTranslation()
  const [locale, setLocale] = useState(letterLocale(i18n.language))
  const query = useClaimText(id, locale)
  const field = useRef<HTMLTextAreaElement>(null)

  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      toast.success(t("marketplaces.claims.copied"))
    } catch {
      // Without a secure address the browser leaves copying to the person.
      field.current?.focus()
      field.current?.select()
      toast.info(t("marketplaces.claims.copy_by_hand"))
    }
  }
  return (
    <DrawerSection
      title={t("marketplaces.claims.letter")}
      hint={t("marketplaces.claims.letter_hint")}
    >
      <div className="flex flex-col gap-y-3 px-6 pb-4">
        <ChoiceButtons
          label={t("marketplaces.claims.letter_language")}
          value={locale}
          choices={[
            { value: "vi", label: "Tiếng Việt" },
            { value: "en", label: "English" },
          ]}
          onChange={setLocale}
        />
        <QueryState query={query} rows={4}>
          {({ subject, text }) => (
            <>
              <Textarea
                ref={field}
                readOnly
                rows={12}
                aria-label={t("marketplaces.claims.letter")}
                value={text}
              />
              <div className="flex flex-wrap gap-2">
                <Button size="small" onClick={() => void copy(text)}>
                  <SquareTwoStack />
                  {t("marketplaces.claims.copy")}
                </Button>
                <Button
                  size="small"
                  variant="secondary"
                  title={subject}
                  onClick={() => void copy(subject)}
                >
                  {t("marketplaces.claims.copy_subject")}
                </Button>
              </div>
            </>
          )}
        </QueryState>
      </div>
    </DrawerSection>
  )
}
