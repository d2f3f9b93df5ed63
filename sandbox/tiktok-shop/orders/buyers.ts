import { Recipient } from "./order"

const maskWord = (word: string) => `${[...word][0]}***`

/** As TikTok shows it when its own carrier ships: nobody can be reached with it. */
export function maskRecipient(recipient: Recipient): Recipient {
  const { phone } = recipient
  return {
    name: recipient.name.split(" ").map(maskWord).join(" "),
    phone: `${phone.slice(0, 7)}******${phone.slice(-2)}`,
    street: "*** đường ***",
    ward: "***",
    province: recipient.province,
  }
}
