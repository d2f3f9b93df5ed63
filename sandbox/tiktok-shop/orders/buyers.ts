import { Random } from "../../shared/random"
import { Recipient } from "./order"

/** Invented people and streets; the phone numbers are of no real range. */
const FAMILY_NAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Võ", "Đặng"]
const GIVEN_NAMES = [
  "An Mẫu",
  "Bình Mẫu",
  "Chi Mẫu",
  "Dung Mẫu",
  "Giang Mẫu",
  "Hạnh Mẫu",
  "Khoa Mẫu",
  "Linh Mẫu",
  "Phúc Mẫu",
  "Thảo Mẫu",
]
const PLACES = [
  ["Thành phố Hồ Chí Minh", "Phường Sài Gòn"],
  ["Thành phố Hồ Chí Minh", "Phường Thủ Đức"],
  ["Thành phố Hà Nội", "Phường Hoàn Kiếm"],
  ["Thành phố Đà Nẵng", "Phường Hội An"],
  ["Thành phố Huế", "Phường Thuận Hoá"],
  ["Thành phố Cần Thơ", "Phường Ninh Kiều"],
] as const
const MESSAGES = [
  "",
  "",
  "",
  "Gói kỹ giúp mình",
  "Giao giờ hành chính nhé shop",
  "Cho mình xin thêm túi giấy",
]

export const buyerMessage = (random: Random) => random.pick(MESSAGES)

export function inventRecipient(random: Random): Recipient {
  const [province, ward] = random.pick(PLACES)
  return {
    name: `${random.pick(FAMILY_NAMES)} ${random.pick(GIVEN_NAMES)}`,
    phone: `(+84)0000${String(random.integer(0, 99999)).padStart(5, "0")}`,
    street: `Số ${random.integer(1, 99)} Đường Mẫu ${random.integer(1, 9)}`,
    ward,
    province,
  }
}

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
