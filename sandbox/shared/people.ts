import { Random } from "./random"

/** An invented buyer; nobody lives there. */
export type Person = {
  name: string
  phone: string
  street: string
  ward: string
  province: string
}

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

export function inventRecipient(random: Random): Person {
  const [province, ward] = random.pick(PLACES)
  return {
    name: `${random.pick(FAMILY_NAMES)} ${random.pick(GIVEN_NAMES)}`,
    phone: `(+84)0000${String(random.integer(0, 99999)).padStart(5, "0")}`,
    street: `Số ${random.integer(1, 99)} Đường Mẫu ${random.integer(1, 9)}`,
    ward,
    province,
  }
}
