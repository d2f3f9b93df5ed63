import { DemoPicture } from "./pictures"

/** A SKU of the small Vietnamese shop that the demo and the tests trade with. */
export type DemoSku = {
  /** SKU at the marketplace; may be empty, as sellers leave it. */
  seller_sku: string
  /** EAN-13 of the in-store range (prefix 200), so that it names no real article. */
  barcode: string | null
  /** One value for each of the product's options. */
  values: string[]
  /** Đồng, tax included. */
  price: number
  /** Units on the shelf. */
  stock: number
  /** The same article in the seller's own Medusa shop; null when only the marketplace has it. */
  own: { sku: string; barcode: string | null } | null
  /** Parts of a set that is sold as one article. */
  components?: { seller_sku: string; quantity: number }[]
}

export type DemoProduct = {
  key: string
  title: string
  /** Title in the Medusa shop; null when only the marketplace has the product. */
  own_title: string | null
  description: string
  category: string
  /** Names of the options; none for a product of one SKU. */
  options: string[]
  picture: DemoPicture
  /** By what the two sides can be recognised as the same. */
  match: "sku" | "barcode" | "name" | "marketplace_only"
  skus: DemoSku[]
}

/** A complete EAN-13 for in-store use. */
function inStoreBarcode(article: number): string {
  const digits = `200${String(article).padStart(9, "0")}`
  const sum = [...digits].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 ? 3 : 1),
    0
  )
  return digits + ((10 - (sum % 10)) % 10)
}

type SameSku = [sku: string, values: string[], price: number, stock: number]

/** SKUs that both sides know under the same name. */
function same(first_article: number, skus: SameSku[]): DemoSku[] {
  return skus.map(([sku, values, price, stock], place) => {
    const barcode = inStoreBarcode(first_article + place)
    const own = { sku, barcode }
    return { seller_sku: sku, barcode, values, price, stock, own }
  })
}

export const DEMO_CATALOGUE: readonly DemoProduct[] = [
  {
    key: "ly-gom-men-lam",
    title: "Ly gốm men lam vẽ tay",
    own_title: "Ly gốm men lam",
    description: "Ly gốm nung 1.250 độ, men lam vẽ tay từng chiếc.",
    category: "Đồ gốm",
    options: ["Kích thước"],
    picture: { shape: "cup", colour: "#2f5d8a" },
    match: "sku",
    skus: same(101, [
      ["LY-LAM-S", ["Nhỏ"], 199_000, 60],
      ["LY-LAM-M", ["Vừa"], 229_000, 45],
      ["LY-LAM-L", ["Lớn"], 249_000, 30],
    ]),
  },
  {
    key: "dia-gom-nau",
    title: "Đĩa gốm nâu mộc",
    own_title: "Đĩa gốm nâu",
    description: "Đĩa gốm men nâu mộc, dùng được trong lò vi sóng.",
    category: "Đồ gốm",
    options: ["Đường kính"],
    picture: { shape: "plate", colour: "#7a5230" },
    match: "sku",
    skus: same(111, [
      ["DIA-NAU-15", ["15 cm"], 89_000, 80],
      ["DIA-NAU-20", ["20 cm"], 129_000, 55],
      ["DIA-NAU-25", ["25 cm"], 169_000, 40],
    ]),
  },
  {
    key: "bat-com-men-ran",
    title: "Bát cơm men rạn",
    own_title: "Bát cơm men rạn",
    description: "Bát ăn cơm men rạn, lòng sâu, dễ xếp chồng.",
    category: "Đồ gốm",
    options: ["Màu"],
    picture: { shape: "bowl", colour: "#8fae9b" },
    match: "sku",
    skus: same(121, [
      ["BAT-RAN-TR", ["Trắng"], 75_000, 90],
      ["BAT-RAN-XA", ["Xanh ngọc"], 79_000, 70],
    ]),
  },
  {
    key: "am-tra-gom-do",
    title: "Ấm trà gốm đỏ 350 ml",
    own_title: "Ấm trà gốm đỏ 350 ml",
    description: "Ấm trà gốm đỏ không men, giữ nhiệt lâu.",
    category: "Trà cụ",
    options: [],
    picture: { shape: "teapot", colour: "#8c3b2e" },
    match: "sku",
    skus: same(131, [["AM-DO-350", [], 480_000, 30]]),
  },
  {
    key: "chen-tra-gom-do",
    title: "Chén trà gốm đỏ 60 ml",
    own_title: "Chén trà gốm đỏ 60 ml",
    description: "Chén quân uống trà, gốm đỏ không men.",
    category: "Trà cụ",
    options: [],
    picture: { shape: "cup", colour: "#a04a38" },
    match: "sku",
    skus: same(141, [["CHEN-DO-60", [], 45_000, 160]]),
  },
  {
    key: "bo-tra-gom-do",
    title: "Bộ trà gốm đỏ: 1 ấm, 4 chén",
    own_title: "Bộ trà gốm đỏ 1 ấm 4 chén",
    description: "Một ấm 350 ml và bốn chén 60 ml, gói trong hộp rơm.",
    category: "Trà cụ",
    options: [],
    picture: { shape: "teapot", colour: "#6e2c22" },
    match: "sku",
    skus: [
      {
        ...same(151, [["BO-TRA-DO", [], 620_000, 0]])[0],
        components: [
          { seller_sku: "AM-DO-350", quantity: 1 },
          { seller_sku: "CHEN-DO-60", quantity: 4 },
        ],
      },
    ],
  },
  {
    key: "ao-dai-lua-cach-tan",
    title: "Áo dài lụa cách tân",
    own_title: "Áo dài lụa cách tân",
    description: "Áo dài lụa tơ tằm, cổ tròn, tà ngắn dễ đi lại.",
    category: "Thời trang",
    options: ["Cỡ"],
    picture: { shape: "dress", colour: "#b5446e" },
    match: "sku",
    skus: same(161, [
      ["AO-DAI-S", ["S"], 690_000, 20],
      ["AO-DAI-M", ["M"], 690_000, 25],
      ["AO-DAI-L", ["L"], 690_000, 25],
      ["AO-DAI-XL", ["XL"], 720_000, 15],
    ]),
  },
  {
    key: "ao-thun-sai-gon",
    title: "Áo thun in Sài Gòn xưa",
    own_title: "Áo thun Sài Gòn",
    description: "Áo thun cotton 100%, hình in không bong.",
    category: "Thời trang",
    options: ["Cỡ"],
    picture: { shape: "shirt", colour: "#3c6e5a" },
    match: "barcode",
    skus: [
      {
        seller_sku: "TT-AOTHUN-M",
        barcode: inStoreBarcode(171),
        values: ["M"],
        price: 179_000,
        stock: 50,
        own: { sku: "AT-SG-M", barcode: inStoreBarcode(171) },
      },
      {
        seller_sku: "TT-AOTHUN-L",
        barcode: inStoreBarcode(172),
        values: ["L"],
        price: 179_000,
        stock: 50,
        own: { sku: "AT-SG-L", barcode: inStoreBarcode(172) },
      },
      {
        seller_sku: "",
        barcode: inStoreBarcode(173),
        values: ["XL"],
        price: 189_000,
        stock: 30,
        own: { sku: "AT-SG-XL", barcode: inStoreBarcode(173) },
      },
    ],
  },
  {
    key: "non-la-hue",
    title: "Nón lá Huế bài thơ",
    own_title: "Non la Hue",
    description: "Nón lá chằm tay hai lớp, soi thấy câu thơ.",
    category: "Phụ kiện",
    options: ["Kiểu"],
    picture: { shape: "hat", colour: "#d8b76a" },
    match: "name",
    skus: [
      {
        seller_sku: "NON-HUE-01",
        barcode: null,
        values: ["Trơn"],
        price: 120_000,
        stock: 40,
        own: { sku: "NL-TRON", barcode: null },
      },
      {
        seller_sku: "NON-HUE-02",
        barcode: null,
        values: ["Thêu hoa"],
        price: 165_000,
        stock: 25,
        own: { sku: "NL-THEU", barcode: null },
      },
    ],
  },
  {
    key: "khan-ran-nam-bo",
    title: "Khăn rằn Nam Bộ",
    own_title: "Khăn rằn Nam Bộ",
    description: "Khăn rằn dệt sợi bông, 45 × 150 cm.",
    category: "Phụ kiện",
    options: ["Màu"],
    picture: { shape: "scarf", colour: "#3a3a3a" },
    match: "sku",
    skus: same(191, [
      ["KHAN-RAN-DEN", ["Đen trắng"], 95_000, 75],
      ["KHAN-RAN-DO", ["Đỏ trắng"], 95_000, 65],
    ]),
  },
  {
    key: "tui-coi-dan-tay",
    title: "Túi cói đan tay quai gỗ",
    own_title: "Túi cói đan tay",
    description: "Túi cói Kim Sơn đan tay, quai gỗ, lót vải bố.",
    category: "Phụ kiện",
    options: ["Kích thước"],
    picture: { shape: "bag", colour: "#b08a52" },
    match: "sku",
    skus: same(201, [
      ["TUI-COI-N", ["Nhỏ"], 210_000, 35],
      ["TUI-COI-L", ["Lớn"], 280_000, 25],
    ]),
  },
  {
    key: "lo-hoa-livestream",
    title: "Lọ hoa gốm men hoả biến – chỉ bán livestream",
    own_title: null,
    description: "Lọ hoa men hoả biến, mỗi chiếc một màu, chỉ bán trên sàn.",
    category: "Đồ gốm",
    options: [],
    picture: { shape: "vase", colour: "#5b3f7a" },
    match: "marketplace_only",
    skus: [
      {
        seller_sku: "LIVE-LOHOA-01",
        barcode: null,
        values: [],
        price: 350_000,
        stock: 40,
        own: null,
      },
    ],
  },
]

/** Products that only Tiki sells; pictures and prices as those above. */
export const TIKI_ONLY_PRODUCTS: readonly DemoProduct[] = [
  {
    key: "noi-dat-kho-ca",
    title: "Nồi đất kho cá",
    own_title: null,
    description: "Nồi đất nung kho cá, quai dây mây, dùng được bếp ga.",
    category: "Đồ gốm",
    options: ["Đường kính"],
    picture: { shape: "bowl", colour: "#5a3a26" },
    match: "marketplace_only",
    skus: [
      {
        seller_sku: "NOI-DAT-18",
        barcode: null,
        values: ["18 cm"],
        price: 145_000,
        stock: 35,
        own: null,
      },
      {
        seller_sku: "NOI-DAT-22",
        barcode: null,
        values: ["22 cm"],
        price: 185_000,
        stock: 25,
        own: null,
      },
    ],
  },
  {
    key: "den-long-lua-hoi-an",
    title: "Đèn lồng lụa Hội An",
    own_title: null,
    description: "Đèn lồng khung tre bọc lụa, xếp gọn được.",
    category: "Trang trí",
    options: [],
    picture: { shape: "vase", colour: "#c0392b" },
    match: "marketplace_only",
    skus: [
      {
        seller_sku: "",
        barcode: null,
        values: [],
        price: 259_000,
        stock: 30,
        own: null,
      },
    ],
  },
  {
    key: "thiep-cam-on",
    title: "Thiệp cảm ơn in hoa sen (quà tặng)",
    own_title: null,
    description: "Thiệp tặng kèm đơn hàng, không bán lẻ.",
    category: "Quà tặng",
    options: [],
    picture: { shape: "scarf", colour: "#c77d9b" },
    match: "marketplace_only",
    skus: [
      {
        seller_sku: "QUA-THIEP",
        barcode: null,
        values: [],
        price: 1_000,
        stock: 200,
        own: null,
      },
    ],
  },
]
