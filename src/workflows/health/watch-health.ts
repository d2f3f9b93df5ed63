import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { isToTell } from "../../domain/health/is-to-tell"
import { findAll, judgeHealth } from "../../domain/health/judge-health"
import { sayAlarm } from "../../domain/health/say-alarm"
import { Alarm } from "../../modules/marketplace-channel/services/alarm-book"
import { marketplacesOf } from "../marketplaces"
import { notifyStaff } from "./notify-staff"
import { readHealth } from "./read-health"

/**
 * Keeps the record of what is wrong. What lasts is told once, in the notifications and in the
 * log, and once more when it gets more urgent; that it is over is said in the log.
 *
 * @param now the moment it is judged for; by the database's clock unless given.
 */
export async function watchHealth(
  container: MedusaContainer,
  now?: Date
): Promise<void> {
  const { alarms } = marketplacesOf(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const facts = await readHealth(container, now)
  if (facts.storage) {
    // It cannot be put on record; the log is all there is.
    logger.error(`marketplaces: ${facts.storage.reason}`)
    return
  }
  const { open, cleared } = await alarms.record(
    judgeHealth(facts),
    findAll(facts),
    facts.now
  )
  for (const alarm of open.filter((one) => isToTell(one, facts.now))) {
    if (await alarms.noteTold(alarm, facts.now)) {
      logger.error(`marketplaces: ${lineOf(alarm)}`)
      await notifyStaff(container, alarm)
    }
  }
  for (const alarm of cleared.filter(({ told_at }) => told_at)) {
    logger.info(`marketplaces: over: ${sayAlarm(alarm).message.en}`)
  }
}

function lineOf(alarm: Alarm): string {
  const { message, remedy } = sayAlarm(alarm)
  return `${message.en} ${remedy.en} [${alarm.code}]`
}
