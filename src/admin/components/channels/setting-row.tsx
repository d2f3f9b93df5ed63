import { Hint, Label } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"

/** A setting with its name and what it does. */
export function SettingRow({
  name,
  children,
}: {
  /** Key of the setting; its texts are found by it. */
  name: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div
      id={name}
      className="grid scroll-mt-16 grid-cols-1 gap-3 px-6 py-4 md:grid-cols-2"
    >
      <div className="flex flex-col gap-y-1">
        <Label size="small" weight="plus" htmlFor={`setting-${name}`}>
          {t(`marketplaces.settings.${name}.label`)}
        </Label>
        <Hint>{t(`marketplaces.settings.${name}.hint`)}</Hint>
      </div>
      <div>{children}</div>
    </div>
  )
}
