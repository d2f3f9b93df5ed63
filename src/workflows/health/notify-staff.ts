import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { sayAlarm } from "../../domain/health/say-alarm"
import { errorMessage } from "../../domain/shared/error-message"
import { Alarm } from "../../modules/marketplace-channel/services/alarm-book"

/**
 * Puts an alarm where the dashboard's bell shows it, in both languages: nobody knows who reads
 * it. A shop without a provider for the channel `feed` has the log and the health page.
 */
export async function notifyStaff(
  container: MedusaContainer,
  alarm: Alarm
): Promise<void> {
  const { message, remedy } = sayAlarm(alarm)
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to: "",
      channel: "feed",
      template: "admin-ui",
      data: {
        title: "Sàn TMĐT · Marketplaces",
        description: `${message.vi} ${remedy.vi} — ${message.en} ${remedy.en}`,
      },
    })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `marketplaces: an alarm is not in the notifications: ${errorMessage(error)}`
      )
  }
}
