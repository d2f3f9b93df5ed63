/** What a person reads on the pages, in one language. */
export type Words = {
  /** As the profile lists it; nothing for the one that people begin with. */
  language: string | null
  menu: {
    orders: string
    marketplaces: string
    channels: string
    listings: string
    channelOrders: string
    packing: string
    handovers: string
    requests: string
    statements: string
  }
  /** Name of the channel filter. */
  channel: string
  connect: {
    button: string
    leave: string
    done: string
    badge: string
  }
  tabs: {
    group: { listings: string; orders: string }
    all: string
    unlinked: string
    suggested: string
    linked: string
    awaitingConfirmation: string
    blocked: string
  }
  download: {
    products: string
    orders: string
    start: string
    today: string
    preview: string
    previewed: { fresh: string; blocked: string }
    done: string
    close: string
  }
  link: {
    auto: string
    all: RegExp
    button: string
    search: string
    done: string
  }
  order: {
    medusaOrder: string
    widget: string
    details: string
    history: string
    count: (orders: number) => string
  }
  lines: {
    downloaded: (channel: string, id: string) => string
    notDownloaded: (channel: string, id: string, product: string) => string
    notLinked: (channel: string, id: string, product: string) => string
  }
  causes: {
    notDownloaded: (product: string) => string
    notLinked: (product: string) => string
  }
}

export const ENGLISH: Words = {
  language: null,
  menu: {
    orders: "Orders",
    marketplaces: "Marketplaces",
    channels: "Channels",
    listings: "Listings",
    channelOrders: "Channel orders",
    packing: "Pack",
    handovers: "Handovers",
    requests: "Buyers' requests",
    statements: "Reconciliation",
  },
  channel: "Channel",
  connect: {
    button: "Connect channel",
    leave: "Go to the marketplace",
    done: "The channel is connected.",
    badge: "Connected",
  },
  tabs: {
    group: { listings: "Link", orders: "Status" },
    all: "All",
    unlinked: "Unlinked",
    suggested: "Suggested",
    linked: "Linked",
    awaitingConfirmation: "Awaiting confirmation",
    blocked: "Blocked",
  },
  download: {
    products: "Download products",
    orders: "Download orders",
    start: "Download data",
    today: "Today",
    preview: "Preview",
    previewed: { fresh: "New", blocked: "Blocked" },
    done: "Done",
    close: "Close",
  },
  link: {
    auto: "Auto-link",
    all: /^Link \d+ products$/,
    button: "Link",
    search: "Search your products: name, SKU or barcode",
    done: "Orders that waited for this come in by themselves.",
  },
  order: {
    medusaOrder: "Medusa order",
    widget: "Channel order",
    details: "Details",
    history: "History",
    count: (orders) => (orders === 1 ? "1 order" : `${orders} orders`),
  },
  lines: {
    downloaded: (channel, id) => `${channel} · Order ${id} · downloaded`,
    notDownloaded: (channel, id, product) =>
      `${channel} · Order ${id} · Product ${product} has not been downloaded`,
    notLinked: (channel, id, product) =>
      `${channel} · Order ${id} · Product ${product} is not linked`,
  },
  causes: {
    notDownloaded: (product) => `Product ${product} has not been downloaded`,
    notLinked: (product) => `Product ${product} is not linked`,
  },
}

export const VIETNAMESE: Words = {
  language: "Tiếng Việt",
  menu: {
    orders: "Đơn hàng",
    marketplaces: "Sàn TMĐT",
    channels: "Gian hàng",
    listings: "Sản phẩm sàn",
    channelOrders: "Đơn sàn",
    packing: "Đóng gói",
    handovers: "Biên bản bàn giao",
    requests: "Yêu cầu của người mua",
    statements: "Đối soát",
  },
  channel: "Gian hàng",
  connect: {
    button: "Kết nối gian hàng",
    leave: "Đến trang của sàn",
    done: "Đã kết nối gian hàng.",
    badge: "Đang kết nối",
  },
  tabs: {
    group: { listings: "Ghép nối", orders: "Trạng thái" },
    all: "Tất cả",
    unlinked: "Chưa ghép nối",
    suggested: "Gợi ý",
    linked: "Đã ghép nối",
    awaitingConfirmation: "Chờ xác nhận",
    blocked: "Chờ xử lý",
  },
  download: {
    products: "Tải sản phẩm",
    orders: "Tải đơn hàng",
    start: "Tải dữ liệu",
    today: "Hôm nay",
    preview: "Xem trước",
    previewed: { fresh: "Đơn mới", blocked: "Chờ xử lý" },
    done: "Hoàn tất",
    close: "Đóng",
  },
  link: {
    auto: "Tự động ghép nối",
    all: /^Ghép nối \d+ sản phẩm$/,
    button: "Ghép nối",
    search: "Tìm sản phẩm của shop: tên, SKU hoặc mã vạch",
    done: "Các đơn đang chờ sản phẩm này sẽ tự động được tải về.",
  },
  order: {
    medusaOrder: "Đơn Medusa",
    widget: "Đơn sàn",
    details: "Chi tiết",
    history: "Lịch sử",
    count: (orders) => `${orders} đơn`,
  },
  lines: {
    downloaded: (channel, id) =>
      `${channel} · Đơn hàng ${id} · tải về thành công`,
    notDownloaded: (channel, id, product) =>
      `${channel} · Đơn hàng ${id} · Sản phẩm ${product} chưa được tải về`,
    notLinked: (channel, id, product) =>
      `${channel} · Đơn hàng ${id} · Sản phẩm ${product} chưa được ghép nối`,
  },
  causes: {
    notDownloaded: (product) => `Sản phẩm ${product} chưa được tải về`,
    notLinked: (product) => `Sản phẩm ${product} chưa được ghép nối`,
  },
}
